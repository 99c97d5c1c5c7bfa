package io.loyalty4j.shop;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * After how long without an order a customer counts as dormant.
 *
 * @param pause the same for everybody, in days of the program's zone, if it does not go by their rhythm
 * @param timesTheirRhythm how many of the customer's own usual gaps, see {@link Rhythm}; 0 if it goes by the pause
 */
public record DormantAfter(Period pause, int timesTheirRhythm) implements Absence {
    public static DormantAfter pause(Period pause) {
        return new DormantAfter(pause, 0);
    }

    public static DormantAfter rhythm(int times) {
        return new DormantAfter(Period.ZERO, times);
    }

    /** Empty if too few orders tell their rhythm. */
    @Override
    public Optional<Instant> from(Instant latest, List<Instant> orders, ZoneId zone) {
        return timesTheirRhythm == 0
                ? Optional.of(latest.atZone(zone).plus(pause).toInstant())
                : Rhythm.of(orders).map(gap -> latest.plus(gap.multipliedBy(timesTheirRhythm)));
    }

    @Override
    public String describe() {
        return (timesTheirRhythm == 0 ? TimeWords.of(pause) : timesTheirRhythm + " times the usual pause")
                + " after the latest order";
    }
}
