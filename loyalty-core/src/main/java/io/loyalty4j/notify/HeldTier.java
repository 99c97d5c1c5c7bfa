package io.loyalty4j.notify;

import io.loyalty4j.tier.TierStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The tier that a member had when somebody last looked.
 *
 * @param until the last day on which it was held whatever happens
 */
record HeldTier(String tier, Optional<LocalDate> until) {
    static HeldTier of(TierStatus status) {
        return new HeldTier(status.code(), status.until());
    }

    /** The last day of what is the same tier for longer; empty if it is another one, or not for longer. */
    Optional<LocalDate> keptSince(HeldTier before) {
        return until.filter(day ->
                tier.equals(before.tier) && before.until.filter(day::isAfter).isPresent());
    }
}
