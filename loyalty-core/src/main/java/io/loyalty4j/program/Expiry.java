package io.loyalty4j.program;

import io.loyalty4j.earn.Season;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * When points lapse. "n months" means through the end of that local day, counted from the day itself and clamped to the month's end: 31 January plus one
 * month is 28 February, usable to its last millisecond. Dates are fixed when points are given, by the program of that moment.
 *
 * <p>Immutable; mistakes are reported when the program is built.
 */
public final class Expiry {
    private static final long MOST_YEARS = 1_000;

    private final Optional<Period> age;
    private final Optional<Period> pause;
    private final Window roundedUpTo;
    private final Optional<String> since;

    private Expiry(Optional<Period> age, Optional<Period> pause, Window roundedUpTo, Optional<String> since) {
        this.age = age;
        this.pause = pause;
        this.roundedUpTo = roundedUpTo;
        this.since = since;
    }

    public static Expiry never() {
        return new Expiry(Optional.empty(), Optional.empty(), Window.DAY, Optional.empty());
    }

    /** So long after the points become usable. */
    public static Expiry after(Period age) {
        return new Expiry(Optional.of(age), Optional.empty(), Window.DAY, Optional.empty());
    }

    /** So long after the member's last purchase or redemption, or after the points became usable, whichever is later. */
    public static Expiry afterInactivity(Period pause) {
        return new Expiry(Optional.empty(), Optional.of(pause), Window.DAY, Optional.empty());
    }

    /** The last day is the last of its month, quarter or year. */
    public Expiry roundedUpTo(Window window) {
        return new Expiry(age, pause, window, since);
    }

    /** Nothing lapses before this day and the period together: for a program that did not expire points until then. */
    public Expiry since(String date) {
        return new Expiry(age, pause, roundedUpTo, Optional.of(date));
    }

    /** The instant from which points that became usable at {@code usable} have lapsed by age. */
    public Optional<Instant> byAge(Instant usable, ZoneId zone) {
        return age.map(period -> end(usable, period, zone));
    }

    /** The instant from which points lapse if nothing happens after {@code active}. */
    public Optional<Instant> byInactivity(Instant active, ZoneId zone) {
        return pause.map(period -> end(active, period, zone));
    }

    private Instant end(Instant from, Period period, ZoneId zone) {
        LocalDate lastDay = from.atZone(zone).toLocalDate().plus(period);
        LocalDate firstGone = roundedUpTo.equals(Window.DAY) ? lastDay.plusDays(1) : roundedUpTo.nextAfter(lastDay);
        LocalDate earliest =
                since.map(LocalDate::parse).map(day -> day.plus(period)).orElse(firstGone);
        return (firstGone.isBefore(earliest) ? earliest : firstGone)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** Whether there is a day after which points are gone. */
    boolean expires() {
        return age.isPresent() || pause.isPresent();
    }

    /** Reports every mistake by the name of its clause. */
    void check(BiConsumer<String, String> report) {
        age.ifPresent(period -> checkPositive("after", period, report));
        pause.ifPresent(period -> checkPositive("afterInactivity", period, report));
        if (roundedUpTo.equals(Window.LIFETIME)) {
            report.accept("roundedUpTo", "there is no end of a lifetime to round up to; never() says it");
        }
        if (!roundedUpTo.ofCalendar()) {
            report.accept("roundedUpTo", roundedUpTo + " does not end on the same day for everybody");
        }
        since.ifPresent(day ->
                Season.ALWAYS.through(day).check(ZoneOffset.UTC, (clause, mistake) -> report.accept("since", mistake)));
    }

    /** Dates must stay such as can be reckoned with. */
    static boolean tooLong(Period period) {
        return Math.abs(period.toTotalMonths()) > MOST_YEARS * 12
                || Math.abs(period.get(ChronoUnit.DAYS)) > MOST_YEARS * 366;
    }

    static void checkPositive(String clause, Period period, BiConsumer<String, String> report) {
        LocalDate day = LocalDate.EPOCH;
        if (tooLong(period)) {
            report.accept(clause, period + " is longer than a thousand years");
        } else if (period.isNegative() || !day.plus(period).isAfter(day)) {
            report.accept(clause, period + " is not longer than nothing");
        }
    }
}
