package io.loyalty4j.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * An order that a moment waits for.
 *
 * @param moment the program's id of it
 * @param order the shop's id
 */
record Planned(String moment, String order, Instant due) {
    static final Comparator<Planned> IN_TIME =
            Comparator.comparing(Planned::due).thenComparing(Planned::moment).thenComparing(Planned::order);
    private static final Duration LATE = Duration.ofDays(7);

    /** The first instant at which it is too late. */
    Instant over() {
        return due.plus(LATE);
    }
}
