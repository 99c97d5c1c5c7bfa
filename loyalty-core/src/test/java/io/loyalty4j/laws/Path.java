package io.loyalty4j.laws;

import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.ledger.Tally;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A state from which history can go on in several ways, and how it came there. */
record Path(LoyaltyProgram program, State state, Instant now, List<Posting> postings) {
    private static final String PARTITION = "5 any partition of an order's returns ends in the same state";
    private static final String NOTHING = "5 what is returned whole counts for nothing";
    private static final String WHOLE = "5 returning everything takes back exactly what the order gave";

    Path(LoyaltyProgram program, State state, Instant now) {
        this(program, state, now, List.of());
    }

    Path later(Duration pause) {
        return new Path(program, state, now.plus(pause));
    }

    /** After another order, which is cancelled: its points may be missing now. */
    Path without(OrderPosition other) {
        if (state.order().filter(own -> own.order().equals(other.order())).isPresent()) {
            return this;
        }
        return beside(Optional.of(other), new Order.Cancellation(other.member(), other.order(), 1));
    }

    /** After another order has reserved what it redeems: its points are there, and cannot be taken. */
    Path holding(Order other) {
        return beside(Optional.empty(), other.reservation());
    }

    private Path beside(Optional<OrderPosition> other, Command command) {
        Path beside = new Path(program, new State(state.account(), other, state.namedLots(), state.profile()), now);
        return beside.book(command)
                .map(after -> new Path(
                        program,
                        new State(after.state.account(), state.order(), after.state.namedLots(), state.profile()),
                        now))
                .orElse(this);
    }

    /** After a command; empty if it is refused. */
    Optional<Path> book(Command command) {
        Decided decided = Decisions.decide(program, state, command, Circumstances.at(now));
        if (decided instanceof Decided.Book book) {
            List<Posting> all = new ArrayList<>(postings);
            all.addAll(book.postings());
            return Optional.of(new Path(program, book.after(), now, List.copyOf(all)));
        }
        return Optional.empty();
    }

    Path bookAll(List<Command> commands) {
        Path path = this;
        for (Command command : commands) {
            path = path.book(command)
                    .orElseThrow(() -> new LawBroken(PARTITION, CommandText.of(command) + " is refused in " + this));
        }
        return path;
    }

    void same(Path other, Supplier<String> story) {
        same(moved(), other.moved(), "points by bucket", story);
        same(state.account().debt(), other.state.account().debt(), "debt", story);
        same(state.order(), other.state.order(), "position", story);
        same(state.account().standing(), other.state.account().standing(), "standing", story);
        same(counters(), other.counters(), "counters", story);
        same(state.account().holds(), other.state.account().holds(), "holds", story);
        same(state.account().idleAt(), other.state.account().idleAt(), "idle date", story);
    }

    private static void same(Object one, Object other, String what, Supplier<String> story) {
        LawBroken.unless(one.equals(other), PARTITION, () -> what + "\n  " + one + "\n  " + other + "\n" + story.get());
    }

    /** Where the order has come back as a whole: it has left nothing behind, and got nothing that was not its own. */
    void whole(ProgramSpec spec, boolean onlyProgram, Supplier<String> story) {
        OrderPosition order = state.order().orElseThrow();
        if (order.state() == OrderPosition.State.PURCHASED || !onlyProgram) {
            return;
        }
        Tally tally = order.tally();
        boolean intoDebt = spec.policy(Policy.ClawBack.class) == Policy.ClawBack.INTO_DEBT;
        boolean never = spec.policy(Policy.RedeemedOnReturn.class) == Policy.RedeemedOnReturn.NEVER;
        LawBroken.unless(!intoDebt || tally.clawedBack() == tally.issued(), WHOLE, () -> tally + " " + story.get());
        LawBroken.unless(tally.due() == tally.issued(), WHOLE, () -> tally + " " + story.get());
        LawBroken.unless(tally.restored() == (never ? 0 : tally.redeemed()), WHOLE, () -> tally + " " + story.get());
    }

    /** Which other lots paid may differ, and so may when what comes back lapses. */
    private Map<String, Counter> counters() {
        Map<String, Counter> counters = new TreeMap<>(state.account().counters());
        counters.keySet().removeIf(name -> name.startsWith("soonest/"));
        counters.replaceAll((name, counter) ->
                name.startsWith("owing/") ? new Counter(counter.value(), Optional.empty(), counter.until()) : counter);
        return counters;
    }

    /** Counters that tell what is to be taken yet, and when what comes back lapses, are not what an order counts for. */
    private static boolean aboutPoints(String counter) {
        return counter.startsWith("owed/") || counter.startsWith("owing/") || counter.startsWith("soonest/");
    }

    /** What has come back as a whole counts for nothing: limits, cards and challenges are as they were when it came. */
    void nothingCounted(Path before, Supplier<String> story) {
        if (state.order().orElseThrow().state() != OrderPosition.State.PURCHASED) {
            Map<String, Long> is = counted(state.account());
            Map<String, Long> was = counted(before.state.account());
            LawBroken.unless(is.equals(was), NOTHING, () -> is + ", not " + was + "\n" + story.get());
        }
    }

    /** What rules count, without counters that may be forgotten. */
    private Map<String, Long> counted(Account account) {
        Map<String, Long> counted = new TreeMap<>();
        account.counters().forEach((name, counter) -> {
            boolean over = counter.until().filter(end -> !end.isAfter(now)).isPresent();
            if (!over && counter.value() != 0 && !name.equals("last-order") && !aboutPoints(name)) {
                counted.put(name, counter.value());
            }
        });
        return counted;
    }

    /** What the postings moved in all: into each bucket, less out of it. */
    Map<Bucket, Long> moved() {
        Map<Bucket, Long> moved = new EnumMap<>(Bucket.class);
        entries().forEach(entry -> {
            moved.merge(entry.from(), -entry.points(), Long::sum);
            moved.merge(entry.to(), entry.points(), Long::sum);
        });
        moved.values().removeIf(points -> points == 0);
        return moved;
    }

    private List<Entry> entries() {
        return postings.stream().flatMap(posting -> posting.entries().stream()).toList();
    }

    boolean redates() {
        return postings.stream()
                .anyMatch(posting -> posting.changes().stream().anyMatch(Change.LotRedated.class::isInstance));
    }

    /** Points came back into a lot and lapsed at once. */
    boolean lapsesAtOnce() {
        return postings.stream()
                .map(Posting::entries)
                .anyMatch(entries -> entries.stream().anyMatch(entry -> entry.from() == REDEEMED)
                        && entries.stream().anyMatch(entry -> entry.to() == EXPIRED));
    }

    boolean owesReturn() {
        return state.account().counters().entrySet().stream()
                .anyMatch(counter -> counter.getKey().startsWith("owed/")
                        && counter.getValue().value() > 0);
    }

    boolean moves(Bucket from, Bucket to) {
        return entries().stream().anyMatch(entry -> entry.from() == from && entry.to() == to);
    }

    boolean revokesExpired() {
        return moves(EXPIRED, REVOKED);
    }

    boolean earns() {
        return entries().stream().anyMatch(entry -> entry.from() == ISSUED);
    }

    @Override
    public String toString() {
        return "at " + now + " of\n  " + state.account() + "\n  " + state.order() + "\n  "
                + state.namedLots().values();
    }
}
