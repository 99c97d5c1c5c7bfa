package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.MonthEnd;
import java.util.Map;
import java.util.TreeMap;

/** What the rules of a program gave in all, less what was taken back of it, by rule. */
final class RuleCost {
    private RuleCost() {}

    static Map<String, Long> points(Trial trial) {
        Map<String, Long> points = new TreeMap<>();
        for (MonthEnd month : trial.months()) {
            month.period()
                    .rollForwardByRule()
                    .forEach((rule, rolled) -> points.merge(rule, rolled.flows().given(), Math::addExact));
        }
        return points;
    }
}
