package io.loyalty4j.program;

import io.loyalty4j.shop.Window;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What people of the shop may adjust. Whoever splits a large adjustment into small ones is stopped by {@link #perActor}.
 *
 * <p>{@code AdjustmentLimits.upTo(1_000).approvedAbove(200).perActor(5_000, MONTH)}
 *
 * @param most points of one adjustment, given or taken
 * @param alone points that one person may give or take without another's approval; empty if all
 * @param actors what one person may give and take together; empty if without end
 */
public record AdjustmentLimits(long most, Optional<Long> alone, Optional<PerActor> actors) {
    private static final long MOST = 1_000_000_000_000_000L;
    private static final String ACTOR = "actor/";

    /** Up to so many points each, given or taken, without approval. */
    public static AdjustmentLimits upTo(long points) {
        return new AdjustmentLimits(points, Optional.empty(), Optional.empty());
    }

    /** More than so many need another person's approval, which {@link Approvals} tells. */
    public AdjustmentLimits approvedAbove(long points) {
        return new AdjustmentLimits(most, Optional.of(points), actors);
    }

    /** One person gives and takes at most so many points in a period of the calendar, of all members together. */
    public AdjustmentLimits perActor(long points, Window window) {
        return new AdjustmentLimits(most, alone, Optional.of(new PerActor(points, window)));
    }

    /** Whether so many points need another person's approval. */
    public boolean needsApproval(long points) {
        return alone.filter(limit -> points > limit).isPresent();
    }

    /** Whether an allotment, by its name, is what one person may give and take. */
    public static boolean ofActor(String allotment) {
        return allotment.startsWith(ACTOR);
    }

    void check(BiConsumer<String, String> report) {
        if (most < 1 || most > MOST) {
            report.accept("upTo", most + " is not between 1 and " + MOST);
        }
        alone.filter(limit -> limit < 0 || limit >= most)
                .ifPresent(limit -> report.accept("approvedAbove", limit + " is not between 0 and less than " + most));
        actors.ifPresent(each -> each.check(report));
    }

    /**
     * A person's limit.
     *
     * @param window of the calendar, in the program's zone
     */
    public record PerActor(long points, Window window) {
        /** The name of what all that a person gives and takes in the period of a day is claimed from. */
        public String allotment(String actor, LocalDate day) {
            return ACTOR + actor + "/" + window + "/" + window.startOf(day);
        }

        void check(BiConsumer<String, String> report) {
            if (points < 1 || points > MOST) {
                report.accept("perActor", points + " is not between 1 and " + MOST);
            }
            if (!window.ofCalendar()) {
                report.accept("perActor", window + " does not begin on the same day for everybody");
            }
        }
    }
}
