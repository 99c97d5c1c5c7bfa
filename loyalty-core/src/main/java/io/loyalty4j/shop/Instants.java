package io.loyalty4j.shop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants are whole milliseconds in every store, so they are at the door. */
final class Instants {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Instants() {}

    /**
     * The instant, without what is finer than a millisecond.
     *
     * @throws IllegalArgumentException outside the years 1 to 9999, where sums of time overflow
     */
    static Instant milliseconds(Instant at) {
        if (at.isBefore(FIRST) || !at.isBefore(END)) {
            throw new IllegalArgumentException(at + " is not in the years 1 to 9999");
        }
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
