package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.MonthEnd;
import io.loyalty4j.insight.RuleIssue;
import java.util.Map;
import java.util.TreeMap;

/** What the rules of a program gave in all, by rule: edits of orders count with their difference, what came back otherwise is not taken off. */
final class RuleCost {
    private RuleCost() {}

    static Map<String, Long> points(Trial trial) {
        Map<String, Long> points = new TreeMap<>();
        for (MonthEnd month : trial.months()) {
            Map<String, RuleIssue> issued = month.period().issuedByRule();
            issued.forEach((rule, issue) -> points.merge(rule, issue.points(), Math::addExact));
        }
        return points;
    }
}
