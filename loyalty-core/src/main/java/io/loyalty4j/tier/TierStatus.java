package io.loyalty4j.tier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A member's tier at an instant.
 *
 * @param until the last day on which it is kept whatever happens; empty for the base tier and for one that is kept for life
 * @param next the way to the tier above; empty in the highest
 */
public record TierStatus(String code, Optional<LocalDate> until, Optional<TierProgress> next) {}
