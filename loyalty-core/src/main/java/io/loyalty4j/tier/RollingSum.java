package io.loyalty4j.tier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sum of the last days, day by day: each day's amount counts on that day and on those after it, so many in all. */
final class RollingSum {
    private final SortedMap<LocalDate, BigDecimal> byDay;
    private final Period length;

    RollingSum(Map<LocalDate, BigDecimal> byDay, Period length) {
        this.byDay = new TreeMap<>(byDay);
        this.length = length;
    }

    /** The sum as a day finds it. */
    BigDecimal on(LocalDate day) {
        return byDay.subMap(firstOf(day), day.plusDays(1)).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The last day on which all counts that counts on a day. */
    LocalDate lastDayOf(LocalDate day) {
        SortedMap<LocalDate, BigDecimal> counting = byDay.subMap(firstOf(day), day.plusDays(1));
        return lastDayFrom(counting.isEmpty() ? day : counting.firstKey());
    }

    private LocalDate firstOf(LocalDate day) {
        return day.minus(length).plusDays(1);
    }

    /** The last day on which what was done on a day counts. */
    LocalDate lastDayFrom(LocalDate day) {
        return day.plus(length).minusDays(1);
    }

    /**
     * The longest runs of days on which the sum reaches so much.
     *
     * @param known days before are left out
     */
    List<Run> runs(BigDecimal needed, LocalDate known) {
        List<Run> runs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate first = LocalDate.MAX;
        for (Map.Entry<LocalDate, BigDecimal> change : changes().entrySet()) {
            sum = sum.add(change.getValue());
            boolean reached = sum.compareTo(needed) >= 0;
            if (reached && first.equals(LocalDate.MAX)) {
                first = change.getKey();
            } else if (!reached && !first.equals(LocalDate.MAX)) {
                runs.add(new Run(first, change.getKey().minusDays(1)));
                first = LocalDate.MAX;
            }
        }
        return runs.stream()
                .filter(run -> !run.last().isBefore(known))
                .map(run -> run.from(known))
                .toList();
    }

    private SortedMap<LocalDate, BigDecimal> changes() {
        SortedMap<LocalDate, BigDecimal> changes = new TreeMap<>();
        byDay.forEach((day, amount) -> {
            changes.merge(day, amount, BigDecimal::add);
            changes.merge(day.plus(length), amount.negate(), BigDecimal::add);
        });
        return changes;
    }

    /** Days without a gap. */
    record Run(LocalDate first, LocalDate last) {
        Run from(LocalDate day) {
            return day.isAfter(first) ? new Run(day, last) : this;
        }

        boolean meets(LocalDate from, LocalDate to) {
            return !first.isAfter(to) && !last.isBefore(from);
        }

        /** What of it lies between two days that it meets. */
        Run within(LocalDate from, LocalDate to) {
            return new Run(first.isBefore(from) ? from : first, last.isAfter(to) ? to : last);
        }
    }
}
