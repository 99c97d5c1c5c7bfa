package io.loyalty4j.examples.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts every line that is not replayed, and keeps the first few of each reason to be shown. */
final class SkippedLines {
    static final int KEPT = 5;

    private final Map<SkipReason, Long> counts = new EnumMap<>(SkipReason.class);
    private final Map<SkipReason, List<SkippedLine>> first = new EnumMap<>(SkipReason.class);

    void add(SkippedLine line) {
        counts.merge(line.reason(), 1L, Long::sum);
        List<SkippedLine> kept = first.computeIfAbsent(line.reason(), reason -> new ArrayList<>());
        if (kept.size() < KEPT) {
            kept.add(line);
        }
    }

    /** Those that occurred, in their own order. */
    Set<SkipReason> reasons() {
        return counts.keySet();
    }

    long count(SkipReason reason) {
        return counts.getOrDefault(reason, 0L);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** At most {@link #KEPT}. */
    List<SkippedLine> first(SkipReason reason) {
        return List.copyOf(first.getOrDefault(reason, List.of()));
    }
}
