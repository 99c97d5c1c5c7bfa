package io.loyalty4j.shop;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A period that limits, tiers and rounded expiries count in, in the program's zone: of the calendar (weeks begin on Monday, ISO 8601), of the membership, or
 * rolling with the occasion.
 *
 * @param code DAY, WEEK, MONTH, QUARTER, YEAR, MEMBERSHIP_YEAR, LIFETIME, or ROLLING and an ISO 8601 length such as {@code ROLLING P30D}
 */
public record Window(String code) {
    private static final Set<String> CALENDAR = Set.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "LIFETIME");
    private static final String OF_MEMBERSHIP = "MEMBERSHIP_YEAR";
    private static final String ROLLING = "ROLLING ";
    private static final int MOST_DAYS = 366;
    private static final int MOST_HOURS = 31 * 24;

    public static final Window DAY = new Window("DAY");
    public static final Window WEEK = new Window("WEEK");
    public static final Window MONTH = new Window("MONTH");
    public static final Window QUARTER = new Window("QUARTER");
    public static final Window YEAR = new Window("YEAR");

    /** Begins on the day of the enrolment and on each of its anniversaries. */
    public static final Window MEMBERSHIP_YEAR = new Window(OF_MEMBERSHIP);

    public static final Window LIFETIME = new Window("LIFETIME");

    /**
     * Checks that there is such a period.
     *
     * @throws IllegalArgumentException if there is no such period
     */
    public Window {
        if (!CALENDAR.contains(code) && !code.equals(OF_MEMBERSHIP) && !code.startsWith(ROLLING)) {
            throw new IllegalArgumentException("no period " + code + "; there are "
                    + CALENDAR.stream().sorted().toList() + ", " + OF_MEMBERSHIP + " and rolling ones");
        }
    }

    /**
     * So many days, that of the occasion included: of {@code rolling(Period.ofDays(30))} the last 30.
     *
     * @throws IllegalArgumentException if it is not between 1 and 366 days
     */
    public static Window rolling(Period length) {
        LocalDate day = LocalDate.EPOCH;
        long days = day.until(day.plus(length), ChronoUnit.DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "a rolling window of " + length + " is not between 1 and " + MOST_DAYS + " days");
        }
        return new Window(ROLLING + Period.ofDays(Math.toIntExact(days)));
    }

    /**
     * So long, to the millisecond: what happened at an instant counts until so long after it.
     *
     * @throws IllegalArgumentException if it is not between a millisecond and 31 days
     */
    public static Window rolling(Duration length) {
        if (length.toMillis() < 1 || length.compareTo(Duration.ofHours(MOST_HOURS)) > 0) {
            throw new IllegalArgumentException(
                    "a rolling window of " + length + " is not between a millisecond and " + MOST_HOURS + " hours");
        }
        return new Window(ROLLING + length.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether it begins and ends on the same days for everybody. */
    public boolean ofCalendar() {
        return CALENDAR.contains(code);
    }

    /** Whether it moves with the occasion. */
    public boolean rolls() {
        return code.startsWith(ROLLING);
    }

    /** The length of a rolling window in whole days; empty if it has hours, or does not roll. */
    public Optional<Period> days() {
        return rolls() && code.charAt(ROLLING.length() + 1) != 'T'
                ? Optional.of(Period.parse(code.substring(ROLLING.length())))
                : Optional.empty();
    }

    /** The length of a rolling window in hours and less; empty if it has whole days, or does not roll. */
    public Optional<Duration> hours() {
        return rolls() && days().isEmpty()
                ? Optional.of(Duration.parse(code.substring(ROLLING.length())))
                : Optional.empty();
    }

    /** The first day of the calendar period that {@code day} lies in. */
    public LocalDate startOf(LocalDate day) {
        return switch (code) {
            case "DAY" -> day;
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTH" -> day.withDayOfMonth(1);
            case "QUARTER" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "YEAR" -> day.withDayOfYear(1);
            case "LIFETIME" -> LocalDate.EPOCH;
            default -> throw new IllegalStateException(code + " is not of the calendar");
        };
    }

    /** The first day of the calendar period after the one that {@code day} lies in; {@link LocalDate#MAX} for LIFETIME. */
    public LocalDate nextAfter(LocalDate day) {
        LocalDate start = startOf(day);
        return switch (code) {
            case "DAY" -> start.plusDays(1);
            case "WEEK" -> start.plusWeeks(1);
            case "MONTH" -> start.plusMonths(1);
            case "QUARTER" -> start.plusMonths(3);
            case "YEAR" -> start.plusYears(1);
            default -> LocalDate.MAX;
        };
    }

    /** In words, as the end of "per". */
    public String describe() {
        return rolls()
                ? code.substring(ROLLING.length())
                : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return code;
    }
}
