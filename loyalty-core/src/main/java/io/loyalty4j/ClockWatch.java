package io.loyalty4j;

import java.time.Duration;
import java.time.Instant;

/** Watches the wall clock against the time that passes for the machine. Thread-safe. */
final class ClockWatch {
    private static final Duration JUMP = Duration.ofDays(1);

    private Instant seen;
    private long seenNanos;

    ClockWatch(Instant now) {
        this.seen = now;
        this.seenNanos = System.nanoTime();
    }

    /** What the clock said last. */
    synchronized Instant seen() {
        return seen;
    }

    /** Whether the clock shows a time more than a day from the one that it should. */
    synchronized boolean jumped(Instant now) {
        Duration passed = Duration.ofNanos(System.nanoTime() - seenNanos);
        return Duration.between(seen.plus(passed), now).abs().compareTo(JUMP) > 0;
    }

    synchronized void look(Instant now) {
        seen = now;
        seenNanos = System.nanoTime();
    }
}
