package io.loyalty4j.laws;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.LotTerms;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Takes the state that a scenario ends in, and returns the same pieces of one of its orders in two partitions. */
final class Partitions {
    private static final int PAIRS = 4;

    private final Chance chance;
    private final World world;
    private final ProgramSpec first;
    private final ProgramSpec second;
    private final LoyaltyProgram firstBuilt;
    private final LoyaltyProgram secondBuilt;
    private final Coverage coverage;

    private Partitions(Scenario scenario, Chance chance, Coverage coverage) {
        this.chance = chance;
        this.world = new World(scenario, new Statistics()).run();
        this.first = scenario.program();
        this.second = scenario.next().orElse(first);
        this.firstBuilt = first.built();
        this.secondBuilt = second.built();
        this.coverage = coverage;
    }

    /** Tries every order that the scenario left with something to return, and a few that are yet to come. */
    static void check(Scenario scenario, long seed, Coverage coverage) {
        Partitions partitions = new Partitions(scenario, Chance.of(seed), coverage);
        Instant end = scenario.steps().stream()
                .map(Scenario.Step::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .plus(Duration.ofDays(3));
        partitions.world.books().forEach((member, book) -> {
            if (book.account().version() > 0) {
                partitions.member(member, book, end);
            }
        });
    }

    private void member(MemberId member, Book book, Instant end) {
        List<Posting> journal = world.store().postings(member).toList();
        Map<String, Lot> lots = lots(journal, book.sums());
        List<OrderPosition> paid = paid(member, journal);
        for (OrderPosition position : paid) {
            boolean took = position.tally().redeemed() > position.tally().restored();
            for (int i = took ? 3 : chance.below(2); i > 0; i--) {
                State state = new State(book.account(), Optional.of(position), lots, Optional.empty());
                Path start = path(state, end.plus(pause()));
                Path missing = chance.percent(60) ? start.without(chance.of(paid)) : start;
                paid(chance.percent(40) ? hog(missing, member) : missing, position);
            }
        }
        for (int i = 0; i < 2; i++) {
            State state = new State(book.account(), Optional.empty(), lots, Optional.empty());
            Path path = path(state, end.plus(pause()));
            Orders orders = new Orders(chance, spec(path));
            orders.seeing(book.account().available());
            coming(path, orders.of(member, "new" + i, end));
            activity(path, Activity.of(member, chance.of("review", "visit"), "new" + i));
        }
    }

    /** An order large enough for any reward holds nearly all there is. */
    private Path hog(Path path, MemberId member) {
        ProgramSpec spec = spec(path);
        Orders orders = new Orders(chance, spec);
        orders.seeing(path.state().account().available());
        Order order = Order.of(member, "hog").currency(spec.currency()).line(OrderLine.of("x1", "1000.00"));
        return path.holding(orders.spending(order));
    }

    /** Under the version that the account has adopted, or one that it may adopt. */
    private Path path(State state, Instant now) {
        boolean adopted = state.account().program().version().equals(second.version());
        boolean adopts = !now.isBefore(secondBuilt.inForceFrom()) && chance.percent(50);
        return new Path(adopted || adopts ? secondBuilt : firstBuilt, state, now);
    }

    private ProgramSpec spec(Path path) {
        return path.program().version().equals(second.version()) ? second : first;
    }

    private List<OrderPosition> paid(MemberId member, List<Posting> journal) {
        return journal.stream()
                .flatMap(posting -> posting.header().order().stream())
                .distinct()
                .flatMap(order -> world.store().order(member, order).stream())
                .filter(position -> position.state() == OrderPosition.State.PURCHASED)
                .toList();
    }

    /** Every lot there ever was, as terms from the changes and points from the entries. */
    private static Map<String, Lot> lots(List<Posting> journal, Sums sums) {
        Map<String, LotTerms> terms = new HashMap<>();
        journal.forEach(posting -> posting.changes().forEach(change -> {
            if (change instanceof Change.LotOpened opened) {
                terms.put(opened.lot(), opened.terms());
            } else if (change instanceof Change.LotRedated redated) {
                terms.put(redated.lot(), redated.terms());
            }
        }));
        Map<String, Lot> lots = new HashMap<>();
        terms.forEach((id, each) -> lots.put(id, new Lot(id, each, sums.of(id))));
        return lots;
    }

    private Duration pause() {
        return switch (chance.weighted(40, 30, 20, 10)) {
            case 0 -> Duration.ofHours(chance.between(0, 100));
            case 1 -> Duration.ofDays(chance.between(5, 40));
            case 2 -> Duration.ofDays(chance.between(40, 200));
            default -> Duration.ofDays(chance.between(200, 900));
        };
    }

    /** An order that is there. Something of it may have come back earlier, so that grace has been given and has ended. */
    private void paid(Path start, OrderPosition position) {
        Path from = start;
        List<String> pieces = pieces(position);
        if (pieces.isEmpty()) {
            return;
        }
        if (chance.percent(50) && pieces.size() > 1) {
            Refund one = new Refund(position.member(), position.order(), "first", Optional.empty(), List.of())
                    .line(chance.of(pieces), 1);
            Optional<Path> gone = from.book(one);
            if (gone.isEmpty()) {
                return;
            }
            from = gone.get().later(chance.percent(50) ? Duration.ofDays(chance.between(28, 90)) : pause());
        }
        for (int i = 0; i < PAIRS; i++) {
            List<String> some = some(pieces);
            boolean cancels = chance.percent(10);
            List<Command> one = cut(position.member(), position.order(), some, cancels, "one");
            List<Command> other = cut(position.member(), position.order(), some, cancels, "other");
            compare(from, one, other);
        }
    }

    /** An order that is yet to come: some of its returns are faster than it is. */
    private void coming(Path start, Order order) {
        BigDecimal amount = order.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (order.lines().isEmpty() || order.discount().compareTo(amount) > 0) {
            return;
        }
        boolean holds = !order.redemptions().isEmpty() && chance.percent(60);
        Optional<Path> held = holds ? start.book(order.reservation()) : Optional.of(start);
        if (held.isEmpty()) {
            return;
        }
        Path from = holds ? held.get().later(Duration.ofHours(chance.between(0, 900))) : held.get();
        if (from.book(order).isEmpty()) {
            return;
        }
        List<String> pieces = new ArrayList<>();
        order.lines().forEach(line -> {
            for (int i = 0; i < line.quantity(); i++) {
                pieces.add(line.id());
            }
        });
        for (int i = 0; i < PAIRS; i++) {
            List<String> some = some(pieces);
            boolean cancels = !holds && chance.percent(15);
            List<Command> late = cut(order.member(), order.id(), some, cancels, "late");
            late.add(0, order);
            List<Command> early = cut(order.member(), order.id(), some, cancels, "early");
            early.add(chance.between(1, early.size()), order);
            coverage.early();
            compare(from, late, early).nothingCounted(from, () -> "returned whole: " + from + "\n" + told(late));
        }
    }

    /** An activity that is undone, before it comes or after. */
    private void activity(Path from, Activity activity) {
        from.book(activity).ifPresent(done -> {
            Path late = done.bookAll(List.of(activity.retraction()));
            Path early = from.bookAll(List.of(activity.retraction(), activity));
            Supplier<String> story = () -> activity + " and its retraction of " + from;
            late.same(early, story);
            late.whole(spec(from), first.equals(second), story);
            late.nothingCounted(from, story);
            coverage.retracted(done.earns());
        });
    }

    private static List<String> pieces(OrderPosition position) {
        List<String> pieces = new ArrayList<>();
        position.lines().forEach(line -> {
            for (int i = line.returned(); i < line.quantity(); i++) {
                pieces.add(line.id());
            }
        });
        return pieces;
    }

    /** Some of the pieces or all; now and then more than there are. */
    private List<String> some(List<String> pieces) {
        List<String> shuffled = new ArrayList<>(chance.shuffled(pieces));
        List<String> some = chance.percent(45) ? shuffled : shuffled.subList(0, chance.between(1, shuffled.size()));
        if (chance.percent(15)) {
            some.add(chance.percent(70) ? chance.of(pieces) : "unknown");
        }
        return List.copyOf(some);
    }

    /** The pieces in random portions, each a refund; the cancellation of the whole among them. */
    private List<Command> cut(MemberId member, String order, List<String> pieces, boolean cancels, String name) {
        List<Command> commands = new ArrayList<>();
        List<String> left = new ArrayList<>(chance.shuffled(pieces));
        int most = chance.between(1, left.size());
        while (!left.isEmpty()) {
            List<String> portion = left.subList(0, chance.between(1, Math.min(most, left.size())));
            Map<String, Integer> lines = new HashMap<>();
            portion.forEach(line -> lines.merge(line, 1, Integer::sum));
            Refund refund = new Refund(member, order, name + commands.size(), Optional.empty(), List.of());
            for (String line : new TreeSet<>(lines.keySet())) {
                refund = refund.line(line, lines.get(line));
            }
            commands.add(refund);
            portion.clear();
        }
        if (cancels) {
            commands.add(chance.between(0, commands.size()), new Order.Cancellation(member, order, 1));
        }
        return commands;
    }

    private Path compare(Path from, List<Command> one, List<Command> other) {
        Path end = from.bookAll(one);
        end.same(from.bookAll(other), () -> "partitions of " + from + "\n" + told(one) + "or\n" + told(other));
        end.whole(spec(from), first.equals(second), () -> "returned whole: " + from + "\n" + told(one));
        coverage.seen(from, end);
        return end;
    }

    private static String told(List<Command> commands) {
        StringBuilder text = new StringBuilder();
        commands.forEach(
                command -> text.append("    ").append(CommandText.of(command)).append('\n'));
        return text.toString();
    }
}
