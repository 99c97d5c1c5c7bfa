package io.loyalty4j.notify;

import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.Present;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How often a member is told something, in the program's zone.
 *
 * @param present of the program's calendar
 */
record Frequency(Present present) {
    /** For ever, as all stores can write it. */
    static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    /** The first instant from which on something can be told once more. */
    Instant free(List<Moment.Times> limits, List<Instant> told) {
        return limits.stream()
                .map(limit -> free(limit, told))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private Instant free(Moment.Times limit, List<Instant> told) {
        List<Instant> ends =
                told.stream().map(at -> end(limit.per(), at)).sorted().toList();
        return ends.size() < limit.most() ? Instant.MIN : ends.get((int) (ends.size() - limit.most()));
    }

    /** From when on nothing depends on what was told at an instant. */
    Instant matters(List<Moment.Times> limits, Instant told) {
        return limits.stream()
                .map(limit -> end(limit.per(), told))
                .max(Instant::compareTo)
                .orElse(told);
    }

    /** The first instant at which what was told counts no more. */
    private Instant end(Window per, Instant told) {
        if (per.hours().isPresent()) {
            return told.plus(per.hours().get());
        }
        LocalDate day = present.dayOf(told);
        LocalDate free = per.days().map(day::plus).orElseGet(() -> present.nextAfter(per, day));
        return free.equals(LocalDate.MAX) ? FOR_EVER : present.startOf(free);
    }
}
