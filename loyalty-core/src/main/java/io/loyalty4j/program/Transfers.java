package io.loyalty4j.program;

import io.loyalty4j.earn.Count;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What members may send to each other: {@code Transfers.upTo(500).per(YEAR).afterDays(30)}. Immutable; mistakes are reported when the program is built.
 *
 * @param points that one member may send in each period
 * @param window a period of the calendar, in the program's zone
 * @param days so long after what they were given for, points can be sent
 */
public record Transfers(long points, Window window, int days) {
    private static final String NAME = "transfers/";
    private static final Period LATE = Period.ofMonths(1);
    private static final int MOST_DAYS = 3_660;

    /** So many points in a member's lifetime, unless {@link #per(Window)} says another period; those that can be used can be sent at once. */
    public static Transfers upTo(long points) {
        return new Transfers(points, Window.LIFETIME, 0);
    }

    public Transfers per(Window period) {
        return new Transfers(points, period, days);
    }

    /**
     * Points can only be sent so long after what they were given for, or after they arrived from another member: longer than goods can come back.
     *
     * @param wait 0 to 3,660 days
     */
    public Transfers afterDays(int wait) {
        return new Transfers(points, window, wait);
    }

    /** When points that were given for what happened at an instant can be sent. */
    public Instant from(Instant opened, ZoneId zone) {
        return opened.atZone(zone).plusDays(days).toInstant();
    }

    /** What sending points now adds to a member's counters. */
    public Count count(long sent, Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        Optional<Instant> until = Optional.of(window)
                .filter(period -> !period.equals(Window.LIFETIME))
                .map(period ->
                        period.nextAfter(day).plus(LATE).atStartOfDay(zone).toInstant());
        return new Count(NAME + window.code() + "/" + window.startOf(day), sent, until, Optional.empty());
    }

    /** In words. */
    public String describe() {
        return points + " points per " + window.describe();
    }

    void check(BiConsumer<String, String> report) {
        if (points < 1) {
            report.accept("upTo", points + " is less than 1");
        }
        if (!window.ofCalendar()) {
            report.accept("per", window + " does not end on the same day for everybody");
        }
        if (days < 0 || days > MOST_DAYS) {
            report.accept("afterDays", days + " is not between 0 and " + MOST_DAYS);
        }
    }
}
