package io.loyalty4j.insight;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What points did in one period, by the time of booking.
 *
 * @param firstDay of the program's zone
 * @param nextFirstDay the first day that is not in it
 * @param flowsByVersion of the program that they were booked under; they add up to the roll-forward's
 * @param rollForwardByRule of the points that each rule gave, by its id, or {@link #ARCHIVED}; what rules gave for one lot cannot be told apart, so that each
 *     movement takes of each in proportion to what is there, by largest remainder. A debt stands with the rules whose points were taken back, also when it was
 *     paid with others', so that a rule's balance may be below 0. They add up to the roll-forward, to the point
 * @param issuedByRule by the rule's id; {@code ~adjustment} and the like where no rule gave them
 * @param untoldEdits edits of orders of which the posting before was archived: {@code issuedByRule} has in full what their rules give now; else 0
 */
public record AccountingPeriod(
        LocalDate firstDay,
        LocalDate nextFirstDay,
        RollForward rollForward,
        SortedMap<String, Flows> flowsByVersion,
        SortedMap<String, RollForward> rollForwardByRule,
        SortedMap<String, RuleIssue> issuedByRule,
        long untoldEdits) {
    /** Stands for the rules of points that archived postings gave. */
    public static final String ARCHIVED = "~archived";

    /**
     * Checks that versions and rules add up.
     *
     * @throws IllegalArgumentException if they do not
     */
    public AccountingPeriod {
        RollForward rules = rollForwardByRule.values().stream().reduce(RollForward.quiet(0), RollForward::plus);
        Bounds.check(rules.equals(rollForward), rules + " of rules are not " + rollForward);
        Flows versions = flowsByVersion.values().stream().reduce(Flows.NONE, Flows::plus);
        Bounds.check(versions.equals(rollForward.flows()), versions + " of versions are not " + rollForward);
        rollForwardByRule = Collections.unmodifiableSortedMap(new TreeMap<>(rollForwardByRule));
        flowsByVersion = Collections.unmodifiableSortedMap(new TreeMap<>(flowsByVersion));
        issuedByRule = Collections.unmodifiableSortedMap(new TreeMap<>(issuedByRule));
    }

    SortedMap<String, Money> costByRule(Money worthOfAPoint, BigDecimal expectedRedemption) {
        BigDecimal each =
                new Liability(1, worthOfAPoint, expectedRedemption).amount().amount();
        SortedMap<String, Money> costs = new TreeMap<>();
        rollForwardByRule.forEach((rule, points) -> {
            long given = points.flows().given();
            if (given != 0) {
                costs.put(rule, new Money(each.multiply(BigDecimal.valueOf(given)), worthOfAPoint.currency()));
            }
        });
        return costs;
    }

    /** Nothing moved. */
    static AccountingPeriod quiet(LocalDate firstDay, LocalDate nextFirstDay, Balances balances) {
        SortedMap<String, RollForward> byRule = new TreeMap<>();
        balances.byRule().forEach((rule, points) -> byRule.put(rule, RollForward.quiet(points)));
        return new AccountingPeriod(
                firstDay, nextFirstDay, RollForward.quiet(balances.all()), new TreeMap<>(), byRule, new TreeMap<>(), 0);
    }

    /** What members have when it begins. */
    Balances opening() {
        SortedMap<String, Long> byRule = new TreeMap<>();
        rollForwardByRule.forEach((rule, points) -> byRule.put(rule, points.opening()));
        byRule.values().removeIf(points -> points == 0);
        return new Balances(rollForward.opening(), byRule);
    }
}
