package io.loyalty4j.notify;

import io.loyalty4j.notify.LoyaltyEvent.About;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BiFunction;

/**
 * Something of a moment that is to be told when its time has come, if nothing changes until then.
 *
 * @param cause what it is about; nothing is told twice about one
 * @param over the first instant at which it is too late
 */
record Upcoming(String cause, Instant due, Instant over, BiFunction<About, MomentGift, LoyaltyEvent> event) {
    static final Comparator<Upcoming> IN_TIME =
            Comparator.comparing(Upcoming::due).thenComparing(Upcoming::cause);
}
