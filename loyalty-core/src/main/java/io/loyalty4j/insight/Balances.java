package io.loyalty4j.insight;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What members have, less their debts. Immutable.
 *
 * @param all as their postings state it
 * @param byRule as entries moved it, without rules of which nothing is left
 */
record Balances(long all, SortedMap<String, Long> byRule) {
    static final Balances NONE = new Balances(0, new TreeMap<>());

    long of(String rule) {
        return byRule.getOrDefault(rule, 0L);
    }

    /** With points that stand under one rule. */
    Balances plus(String rule, long points) {
        SortedMap<String, Long> sum = new TreeMap<>(byRule);
        sum.merge(rule, points, Math::addExact);
        sum.values().removeIf(left -> left == 0);
        return new Balances(Math.addExact(all, points), sum);
    }

    Balances plus(long grown, Map<String, Flows> flows) {
        SortedMap<String, Long> sum = new TreeMap<>(byRule);
        flows.forEach((rule, moved) -> sum.merge(rule, moved.net(), Math::addExact));
        sum.values().removeIf(points -> points == 0);
        return new Balances(Math.addExact(all, grown), sum);
    }
}
