package io.loyalty4j.shop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants are whole milliseconds in every store, so they are at the door. */
final class Instants {
    private Instants() {}

    static Instant milliseconds(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
