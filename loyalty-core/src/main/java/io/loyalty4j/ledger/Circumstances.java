package io.loyalty4j.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a pure decision cannot know by itself and is told.
 *
 * @param now what the clock says, in whole milliseconds
 */
public record Circumstances(Instant now) {
    public Circumstances {
        now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Circumstances at(Instant now) {
        return new Circumstances(now);
    }
}
