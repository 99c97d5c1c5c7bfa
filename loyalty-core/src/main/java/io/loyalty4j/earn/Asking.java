package io.loyalty4j.earn;

import io.loyalty4j.earn.Effect.Measure;
import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Reason;
import java.util.List;
import java.util.Optional;

/** One occasion being put to rule after rule. Lives as long as the occasion is looked at. */
final class Asking {
    private final PlanTerms terms;
    private final Occasion occasion;
    private final Memory memory;
    private final Hearing hearing;
    private final Gathered gathered;

    Asking(PlanTerms terms, Occasion occasion, Memory memory, Hearing hearing) {
        this.terms = terms;
        this.occasion = occasion;
        this.memory = memory;
        this.hearing = hearing;
        this.gathered = new Gathered(occasion);
    }

    Gathered gathered() {
        return gathered;
    }

    /** Whatever a rule throws, its conditions included, is thrown with its name. */
    void ask(Prepared rule) {
        try {
            askUnnamed(rule);
        } catch (RuleFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RuleFailedException(rule.id(), e);
        }
    }

    private void askUnnamed(Prepared rule) {
        Clauses clauses = rule.clauses();
        if (!rule.goodAt(occasion.at())) {
            hearing.silent(
                    rule.id(), () -> clauses.season().silence(occasion.at().isBefore(rule.begin())));
        } else if (nothingCounts()) {
            hearing.silent(
                    rule.id(),
                    () -> Reason.of("excluded", terms.excluded().orElseThrow().describe()));
        } else if (!clauses.when().test(occasion)) {
            hearing.silent(
                    rule.id(), () -> Reason.of("condition", clauses.when().describe()));
            hearing.near(() -> near(rule).stream().toList());
        } else {
            askAboutLines(rule);
        }
    }

    /** What spending more would bring, unless a limit has been reached. */
    private Optional<Hint> near(Prepared rule) {
        if (new Room(terms, rule, occasion, memory).used().isPresent()) {
            return Optional.empty();
        }
        return Unmet.missing(rule.clauses().when(), occasion)
                .flatMap(missing -> rule.clauses().promise(occasion).map(gain -> new Hint(rule.id(), missing, gain)));
    }

    private boolean nothingCounts() {
        return terms.excluded().isPresent()
                && occasion.lines().isEmpty()
                && occasion.order().filter(order -> !order.lines().isEmpty()).isPresent();
    }

    private void askAboutLines(Prepared rule) {
        Condition<OrderLine> matching = rule.clauses().lines();
        List<OrderLine> lines = occasion.lines().stream().filter(matching::test).toList();
        if (occasion.order().isPresent() && lines.isEmpty()) {
            boolean none = occasion.lines().isEmpty();
            hearing.silent(
                    rule.id(), () -> none ? Reason.of("nothing-left") : Reason.of("no-line", matching.describe()));
            return;
        }
        Room room = new Room(terms, rule, occasion, memory);
        if (room.used().isPresent()) {
            hearing.silent(rule.id(), () -> room.silence(room.used().get()));
        } else {
            take(rule, lines, told(rule, lines), room);
        }
    }

    private Tracked.Told told(Prepared rule, List<OrderLine> lines) {
        Formula formula = rule.clauses().formula();
        if (formula instanceof Tracked tracked) {
            return tracked.tell(new Tracked.Question(
                    rule.id(), occasion, lines, memory, terms.zone(), Room.mostStamps(rule.clauses())));
        }
        return Tracked.Told.of(formula.contribute(occasion), List.of());
    }

    private void take(Prepared rule, List<OrderLine> lines, Tracked.Told told, Room room) {
        gathered.effects(told.effects());
        told.prize().ifPresent(prize -> {
            gathered.drawn(rule.id(), prize);
            count(room);
        });
        if (told.contribution() instanceof Withheld withheld) {
            hearing.silent(rule.id(), withheld::why);
        } else if (told.contribution() instanceof Given given) {
            take(rule, lines, told, given, room);
        } else {
            throw new RuleFailedException(rule.id(), "it gave null; none(why) is how a rule gives nothing");
        }
    }

    private void take(Prepared rule, List<OrderLine> lines, Tracked.Told told, Given given, Room room) {
        if (occasion.activity().isPresent() && ofLines(given.kind())) {
            throw new RuleFailedException(
                    rule.id(), "an activity earns fixed points; there is nothing to multiply or to reckon a rate on");
        }
        if (told.referral().isPresent() && gathered.referred()) {
            hearing.silent(rule.id(), () -> Reason.of("referral-rewarded"));
            return;
        }
        if (room.tooSmallFor(given)) {
            hearing.silent(rule.id(), () -> room.silence(room.tightest().orElseThrow()));
            return;
        }
        Optional<FrozenContribution> frozen = Freezing.of(rule.id(), rule.clauses(), occasion, lines, given);
        if (frozen.isEmpty()) {
            hearing.silent(rule.id(), () -> Reason.of("no-line", given.lines().describe()));
            return;
        }
        Reason why = rule.clauses()
                .description()
                .map(words -> Reason.of("custom", words))
                .orElse(given.why());
        gathered.contribution(frozen.get().within(room.points(given)), why);
        if (told.prize().isEmpty()) {
            count(room);
        }
        told.referral().ifPresent(gathered::referral);
    }

    private void count(Room room) {
        gathered.effects(room.effects(terms.zone()));
        gathered.budgets(room.budgets());
    }

    private static boolean ofLines(Kind kind) {
        return kind == Kind.RATE || kind == Kind.BLOCK_RATE || kind == Kind.MULTIPLIER || kind == Kind.ITEM;
    }

    /** What the program allows a member in all. */
    Optional<Long> roomOfMember() {
        return terms.most().map(most -> {
            Meter meter = new Meter("points", most.window());
            gathered.effects(List.of(new Effect("", meter.count(1, occasion, terms.zone()), Measure.POINTS_IN_ALL)));
            return Math.max(0, most.most() - meter.read(occasion, memory.counters()));
        });
    }
}
