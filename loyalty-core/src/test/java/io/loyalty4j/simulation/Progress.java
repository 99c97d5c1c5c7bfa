package io.loyalty4j.simulation;

import java.time.Duration;
import java.util.Locale;

/** How far a run has come, told about once a minute. */
final class Progress {
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final Tally tally;
    private final long from;
    private final long begin = System.nanoTime();
    private long next;
    private Duration told = Duration.ZERO;

    Progress(Tally tally, long from) {
        this.tally = tally;
        this.from = from;
        this.next = from;
    }

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The next seed. */
    long next() {
        Duration time = time();
        if (time.minus(told).compareTo(TOLD_EVERY) >= 0) {
            told = time;
            System.out.println(reached());
        }
        return next++;
    }

    private String reached() {
        double seconds = Math.max(1, time().toMillis()) / 1000.0;
        return String.format(
                Locale.ROOT,
                "The simulation, seeds %d to %d: %d commands in %.0f s, %.0f a second; go on with -Dloyalty4j.simulation.from=%d",
                from,
                next - 1,
                tally.commands(),
                seconds,
                tally.commands() / seconds,
                next);
    }

    String summary() {
        return reached() + System.lineSeparator() + tally;
    }
}
