package io.loyalty4j.insight;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the shop owes its members in points, by the month of the first instant at which they have lapsed if nothing happens until then: points that are good
 * through the last day of March stand under April. Pending and held points stand where they would lapse if they were available. What has lapsed and is not
 * booked yet stands under a month that is over.
 *
 * @param never what does not lapse
 * @param debt what members owe, as a positive number; it is not taken off the others
 */
public record Ageing(SortedMap<YearMonth, Outstanding> byMonth, Outstanding never, long debt) {
    public Ageing {
        byMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byMonth));
    }

    /** All of it, debts not taken off. */
    public Outstanding outstanding() {
        return byMonth.values().stream().reduce(never, Outstanding::plus);
    }
}
