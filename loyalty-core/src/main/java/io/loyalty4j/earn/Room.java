package io.loyalty4j.earn;

import io.loyalty4j.earn.Cap.Scope;
import io.loyalty4j.earn.Cap.Unit;
import io.loyalty4j.earn.Effect.Measure;
import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the limits of a rule leave it on an occasion. */
final class Room {
    static final String BUDGET = "budget/";
    static final String PERSON = "person/";

    private final PlanTerms terms;
    private final String rule;
    private final List<Cap> caps;
    private final Occasion occasion;
    private final Memory memory;
    private final boolean indivisible;

    Room(PlanTerms terms, Prepared rule, Occasion occasion, Memory memory) {
        Formula formula = rule.clauses().formula();
        this.terms = terms;
        this.rule = rule.id();
        this.caps = formula instanceof Tracked tracked && tracked.limitsAreAnothers()
                ? List.of()
                : rule.clauses().caps();
        this.occasion = occasion;
        this.memory = memory;
        this.indivisible = formula instanceof Tracked tracked && tracked.indivisible();
    }

    /** A limit that leaves nothing. Whether a budget of points leaves enough for a draw is seen when it is drawn: its prize may be another. */
    Optional<Cap> used() {
        return caps.stream()
                .filter(cap -> !(indivisible && cap.scope() == Scope.ALL && cap.unit() == Unit.POINTS))
                .filter(cap -> left(cap) <= 0)
                .findFirst();
    }

    private long left(Cap cap) {
        return switch (cap.scope()) {
            case ORDER -> cap.most();
            case WINDOW -> cap.most() - meter(cap).read(occasion, memory.counters());
            case PERSON -> leftToPerson(cap);
            case ALL -> memory.granted(budget(cap).name());
        };
    }

    /** The account's own counter says whether it has had its turn, the claim whether another of the same person has. */
    private long leftToPerson(Cap cap) {
        long own = cap.most() - meter(cap).read(occasion, memory.counters());
        return memory.person()
                .map(person ->
                        Math.min(own, memory.granted(ofPerson(person, cap).name())))
                .orElse(own);
    }

    private Meter meter(Cap cap) {
        String unit = cap.unit() == Unit.TIMES ? "/times" : "/points";
        String what = cap.scope() == Scope.PERSON ? "/person" : unit;
        return new Meter("rule/" + rule + what, cap.window());
    }

    private Budget ofPerson(String person, Cap cap) {
        return new Budget(PERSON + person + "/" + terms.program() + "/" + rule, rule, cap);
    }

    private Budget budget(Cap cap) {
        String unit = cap.unit() == Unit.TIMES ? "times" : "points";
        return new Budget(BUDGET + terms.program() + "/" + rule + "/" + unit, rule, cap);
    }

    Reason silence(Cap cap) {
        return Reason.of(cap.scope() == Scope.ALL ? "budget" : "limit", cap.describe());
    }

    /** The limit in points that leaves least. */
    Optional<Cap> tightest() {
        return caps.stream().filter(cap -> cap.unit() == Unit.POINTS).min(Comparator.comparingLong(this::left));
    }

    /** Whether what cannot be divided does not fit. */
    boolean tooSmallFor(Given given) {
        return indivisible
                && given.reward().isEmpty()
                && points(given)
                        .filter(most -> given.value().compareTo(BigDecimal.valueOf(most)) > 0)
                        .isPresent();
    }

    /** Points that a contribution can come to; empty if nothing limits it. */
    Optional<Long> points(Given given) {
        List<Long> limits = new ArrayList<>();
        for (Cap cap : caps) {
            if (cap.unit() == Unit.POINTS) {
                limits.add(left(cap));
            } else if (cap.scope() == Scope.ORDER && (given.kind() == Kind.ITEM || given.kind() == Kind.BLOCK_RATE)) {
                limits.add(
                        given.value().multiply(BigDecimal.valueOf(cap.most())).longValue());
            }
        }
        return limits.stream().min(Comparator.naturalOrder());
    }

    /** Stamps that one order can bring. */
    static long mostStamps(Clauses clauses) {
        return clauses.caps().stream()
                .filter(cap -> cap.unit() == Unit.TIMES && cap.scope() == Scope.ORDER)
                .mapToLong(Cap::most)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** What using the rule does to the counters of its limits. */
    List<Effect> effects(ZoneId zone) {
        return caps.stream()
                .filter(cap -> cap.scope() == Scope.WINDOW || cap.scope() == Scope.PERSON)
                .map(cap -> new Effect(
                        rule,
                        meter(cap).count(1, occasion, zone),
                        cap.unit() == Unit.TIMES ? Measure.GIFT : Measure.POINTS_OF_RULE))
                .toList();
    }

    List<Budget> budgets() {
        List<Budget> budgets = new ArrayList<>();
        for (Cap cap : caps) {
            if (cap.scope() == Scope.ALL) {
                budgets.add(budget(cap));
            } else if (cap.scope() == Scope.PERSON) {
                memory.person().ifPresent(person -> budgets.add(ofPerson(person, cap)));
            }
        }
        return budgets;
    }
}
