package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A rule as data: a formula, the lines it is about, whether and when it applies, how often. Its id is given where the program lists it.
 * Immutable; every method returns a new rule. Mistakes are reported when the program is built.
 */
public sealed class EarnRule permits Multiplier, ReferralRule {
    private final Clauses clauses;

    EarnRule(Clauses clauses) {
        this.clauses = clauses;
    }

    Clauses clauses() {
        return clauses;
    }

    /** Only on lines like these. */
    public EarnRule on(Condition<OrderLine> lines) {
        return new EarnRule(clauses.on(clauses.lines().and(lines)));
    }

    /** On all lines but these. */
    public EarnRule except(Condition<OrderLine> lines) {
        return on(lines.negate());
    }

    /** For activities of a kind, not for orders. */
    public EarnRule forActivity(String kind) {
        return new EarnRule(clauses.forActivity(kind));
    }

    /** Only on occasions like this; several conditions must all hold. */
    public EarnRule when(Condition<Occasion> condition) {
        return new EarnRule(clauses.when(clauses.when().and(condition)));
    }

    /**
     * Good from a day or moment on.
     *
     * @param dateOrDateTime the first day or moment, in the program's zone: {@code 2026-11-20} or {@code 2026-11-20T18:00}
     */
    public EarnRule from(String dateOrDateTime) {
        return new EarnRule(clauses.during(clauses.season().from(dateOrDateTime)));
    }

    /**
     * Good until a day or moment.
     *
     * @param dateOrDateTime the first day or moment at which it is over
     */
    public EarnRule until(String dateOrDateTime) {
        return new EarnRule(clauses.during(clauses.season().until(dateOrDateTime)));
    }

    /**
     * Good to the end of a day.
     *
     * @param lastDay the last day, included
     */
    public EarnRule through(String lastDay) {
        return new EarnRule(clauses.during(clauses.season().through(lastDay)));
    }

    /** At most once per member and period; an order that is returned whole does not count. */
    public EarnRule oncePer(Window window) {
        return atMostTimes(1).per(window);
    }

    /**
     * Once per person, whatever number of accounts they open and close: for a welcome bonus. Who is behind a member the shop says by a pseudonym,
     * {@link io.loyalty4j.shop.Member#person(String)}, which must not be guessable: stores and postings keep its SHA-256 for good. Of a member without one it is once in the
     * member's life. The first account that has it is the only one that ever can, and can have it again when its order has come back whole, or its activity was
     * undone. Costs a claim for each first time, as a budget does.
     */
    public EarnRule oncePerPerson() {
        return clauses.oncePerPerson() ? this : new EarnRule(clauses.atMost(Cap.ONCE_PER_PERSON));
    }

    /**
     * At most so often. Times are orders or activities; within one order they are pieces, whole blocks or stamps.
     *
     * @param times 0 or more
     */
    public Limit<EarnRule> atMostTimes(long times) {
        return new LimitDraft<>(Cap.Unit.TIMES, times, cap -> new EarnRule(clauses.atMost(cap)));
    }

    /**
     * At most so many points; what the rule would have given beyond is told. Several limits must all hold. What multipliers add to a rate is theirs, not the
     * rate's.
     *
     * @param points 0 or more
     */
    public Limit<EarnRule> atMostPoints(long points) {
        return new LimitDraft<>(Cap.Unit.POINTS, points, cap -> new EarnRule(clauses.atMost(cap)));
    }

    /** Of the rules that name the same group, an order has the one that gives most; ties go to the id that comes first. */
    public EarnRule bestOf(String group) {
        return new EarnRule(clauses.bestOf(group));
    }

    /** Words for people, in place of the rule's own description. */
    public EarnRule describedAs(String text) {
        return new EarnRule(clauses.describedAs(text));
    }

    /** The rule in a few words. */
    public String describe() {
        return clauses.describe();
    }

    /** The rewards of the program that it may give. */
    public Set<String> rewards() {
        return clauses.formula() instanceof Tracked tracked ? tracked.rewards() : Set.of();
    }

    /** Whether chance decides what it gives. */
    public boolean draws() {
        return clauses.formula() instanceof Spinning;
    }

    /**
     * Reports every mistake by the name of its clause.
     *
     * @param tiers the codes that the program declares
     */
    public void check(ZoneId zone, Set<String> tiers, BiConsumer<String, String> report) {
        clauses.season().check(zone, report);
        ConditionCheck.mistakes(clauses.lines(), tiers).forEach(mistake -> report.accept("on", mistake));
        ConditionCheck.mistakes(clauses.when(), tiers).forEach(mistake -> report.accept("when", mistake));
        if (clauses.formula() instanceof Stated stated) {
            stated.mistakes(tiers).forEach(mistake -> report.accept("", mistake));
        }
        new ClauseCheck(clauses, report).check();
    }
}
