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
 * @param issuedByRule by the rule's id; {@code ~adjustment} and the like where no rule gave them
 * @param untoldEdits edits of orders of which the posting before was archived: {@code issuedByRule} has in full what their rules give now; else 0
 */
public record AccountingPeriod(
        LocalDate firstDay,
        LocalDate nextFirstDay,
        RollForward rollForward,
        SortedMap<String, Flows> flowsByVersion,
        SortedMap<String, RuleIssue> issuedByRule,
        long untoldEdits) {
    public AccountingPeriod {
        flowsByVersion = Collections.unmodifiableSortedMap(new TreeMap<>(flowsByVersion));
        issuedByRule = Collections.unmodifiableSortedMap(new TreeMap<>(issuedByRule));
    }

    SortedMap<String, Money> costByRule(Money worthOfAPoint, BigDecimal expectedRedemption) {
        BigDecimal each =
                new Liability(1, worthOfAPoint, expectedRedemption).amount().amount();
        SortedMap<String, Money> costs = new TreeMap<>();
        issuedByRule.forEach((rule, issue) -> costs.put(
                rule, new Money(each.multiply(BigDecimal.valueOf(issue.points())), worthOfAPoint.currency())));
        return costs;
    }

    static AccountingPeriod quiet(LocalDate firstDay, LocalDate nextFirstDay, long balance) {
        return new AccountingPeriod(
                firstDay, nextFirstDay, RollForward.quiet(balance), new TreeMap<>(), new TreeMap<>(), 0);
    }
}
