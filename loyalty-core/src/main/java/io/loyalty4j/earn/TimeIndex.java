package io.loyalty4j.earn;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Rules sorted by when they begin, with the latest end below each place: which are good at an instant is found without looking at those that are over. */
final class TimeIndex {
    private final Entry[] entries;
    private final Instant[] latestEnd;

    TimeIndex(List<Entry> rules) {
        this.entries = rules.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.rule().begin()))
                .toArray(Entry[]::new);
        this.latestEnd = new Instant[entries.length];
        fill(0, entries.length);
    }

    /** The middle of a stretch is its root; its place keeps the latest end of the whole stretch. */
    private Instant fill(int from, int until) {
        if (from >= until) {
            return Instant.MIN;
        }
        int middle = (from + until) >>> 1;
        Instant latest = entries[middle].rule().end();
        latest = later(latest, fill(from, middle));
        latest = later(latest, fill(middle + 1, until));
        latestEnd[middle] = latest;
        return latest;
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }

    /** Adds those that are good at an instant. */
    void goodAt(Instant at, List<Entry> found) {
        collect(0, entries.length, at, found);
    }

    private void collect(int from, int until, Instant at, List<Entry> found) {
        int middle = (from + until) >>> 1;
        if (from >= until || !latestEnd[middle].isAfter(at)) {
            return;
        }
        collect(from, middle, at, found);
        Entry root = entries[middle];
        if (!root.rule().begin().isAfter(at)) {
            if (root.rule().end().isAfter(at)) {
                found.add(root);
            }
            collect(middle + 1, until, at, found);
        }
    }

    /** A rule and its place among all of a program. */
    record Entry(int place, Prepared rule) {}
}
