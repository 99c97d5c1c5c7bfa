package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.TierFlows;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many members had which tier when each month ended.
 *
 * @param members by tier; of a tier that nobody had, none
 */
record TierMonths(SortedMap<YearMonth, Map<String, Long>> members) {
    static TierMonths of(Trial trial) {
        SortedMap<YearMonth, Map<String, Long>> members = new TreeMap<>();
        trial.months().forEach(month -> members.put(month.month(), at(trial, month.month())));
        return new TierMonths(members);
    }

    private static Map<String, Long> at(Trial trial, YearMonth month) {
        Instant end = month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(trial.program().zone())
                .toInstant();
        TierFlows flows = trial.read(journal -> TierFlows.of(journal, end, end));
        Map<String, Long> members = new TreeMap<>();
        flows.members().values().forEach(to -> to.forEach((tier, count) -> members.merge(tier, count, Long::sum)));
        return members;
    }

    long of(YearMonth month, String tier) {
        return members.getOrDefault(month, Map.of()).getOrDefault(tier, 0L);
    }

    /** What became of one tier, month by month. */
    List<Long> of(String tier) {
        return members.keySet().stream().map(month -> of(month, tier)).toList();
    }
}
