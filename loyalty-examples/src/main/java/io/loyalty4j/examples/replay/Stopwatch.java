package io.loyalty4j.examples.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes the time of one task after the other. */
final class Stopwatch {
    private final List<String> laps = new ArrayList<>();
    private long begun = System.nanoTime();

    private Stopwatch() {}

    static Stopwatch started() {
        return new Stopwatch();
    }

    /** What went on since the last lap does not count. */
    void pause() {
        begun = System.nanoTime();
    }

    void lap(String task, long count, String units) {
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        double seconds = Math.max(1, time.toMillis()) / 1000.0;
        laps.add(String.format(
                Locale.ROOT, "  %s: %,d %s in %.1f s, %,.0f a second", task, count, units, seconds, count / seconds));
        begun = System.nanoTime();
    }

    Section section(String remark) {
        List<String> lines = new ArrayList<>(laps);
        lines.add("  " + remark);
        return new Section("Speed", lines);
    }
}
