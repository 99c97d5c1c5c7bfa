package io.loyalty4j.insight;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Customers by the month of their first order, and how many of them ordered in each month after it. Orders that came back whole do not count.
 *
 * @param byFirstMonth months without a first order are left out
 */
public record Cohorts(SortedMap<YearMonth, Cohort> byFirstMonth) {
    public Cohorts {
        byFirstMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byFirstMonth));
    }

    /**
     * Reads customers once; memory is that of the table.
     *
     * @param zone of the months
     * @param last the last month that is looked at
     */
    public static Cohorts of(Stream<Customer> customers, ZoneId zone, YearMonth last) {
        SortedMap<YearMonth, long[]> counts = new TreeMap<>();
        customers.sequential().forEach(customer -> {
            SortedSet<YearMonth> months = months(customer, zone, last);
            if (!months.isEmpty()) {
                YearMonth first = months.first();
                long[] row = counts.computeIfAbsent(first, month -> new long[distance(month, last) + 1]);
                months.forEach(month -> row[distance(first, month)]++);
            }
        });
        SortedMap<YearMonth, Cohort> table = new TreeMap<>();
        counts.forEach((month, row) ->
                table.put(month, new Cohort(Arrays.stream(row).boxed().toList())));
        return new Cohorts(table);
    }

    private static SortedSet<YearMonth> months(Customer customer, ZoneId zone, YearMonth last) {
        return customer.purchases().stream()
                .filter(Purchase::kept)
                .map(purchase -> YearMonth.from(purchase.at().atZone(zone)))
                .filter(month -> !month.isAfter(last))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int distance(YearMonth from, YearMonth to) {
        return Math.toIntExact(from.until(to, ChronoUnit.MONTHS));
    }

    /**
     * The customers of one first month.
     *
     * @param buyers of them, by months since; the first is all of them
     */
    public record Cohort(List<Long> buyers) {
        /**
         * Checks that there is a first month.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Cohort {
            Bounds.check(!buyers.isEmpty(), "a cohort without its first month");
            buyers = List.copyOf(buyers);
        }

        public long size() {
            return buyers.get(0);
        }

        /**
         * Who of them bought so many months later.
         *
         * @param months 0 to one less than there are {@code buyers}
         */
        public Share after(int months) {
            return new Share(buyers.get(months), size());
        }
    }
}
