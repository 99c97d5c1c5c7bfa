package io.loyalty4j.tier;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

/**
 * A member's tier at an instant.
 *
 * @param until the last day on which it is kept whatever happens; empty for the base tier and for one that is kept for life
 * @param benefits what a checkout can ask for
 * @param next the way to the tier above; empty in the highest
 * @param keep what keeps the tier beyond its last day; empty where nothing done now could
 * @param projected the tier that is held when the present period has ended, or, where the last days count, when the present tier ends, if nothing more counts
 */
public record TierStatus(
        String code,
        Optional<LocalDate> until,
        Set<String> benefits,
        Optional<TierProgress> next,
        Optional<TierProgress> keep,
        String projected) {
    public TierStatus {
        benefits = Set.copyOf(benefits);
    }

    /** Whether the tier has a benefit of the program. */
    public boolean has(String benefit) {
        return benefits.contains(benefit);
    }

    /**
     * What keeps a tier that ends soon, and after which a lower one would follow; empty if nothing is to be feared, or can be done.
     *
     * @param ahead how soon: it ends by the day that is so much later than today
     */
    public Optional<TierProgress> atRisk(LocalDate today, Period ahead) {
        boolean soon = until.filter(last -> !last.isAfter(today.plus(ahead))).isPresent();
        return keep.filter(way -> soon && way.missing().signum() > 0 && !projected.equals(code));
    }
}
