package io.loyalty4j.insight;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one rule gave in a period. An edit of an order counts with what its rules give now less what they gave before, so that points may be below 0; what came
 * back otherwise is not taken off, it is in the roll-forward.
 *
 * @param wanted points that it would have given without limits
 * @param members of how many that tells
 * @param byVersion the points by version of the program that they were booked under
 */
public record RuleIssue(long points, long wanted, long members, SortedMap<String, Long> byVersion) {
    public RuleIssue {
        byVersion = Collections.unmodifiableSortedMap(new TreeMap<>(byVersion));
    }
}
