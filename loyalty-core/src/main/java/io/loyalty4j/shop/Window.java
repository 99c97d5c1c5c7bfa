package io.loyalty4j.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * A calendar period that limits, tiers and rounded expiries count in, in the program's zone. Weeks begin on Monday (ISO 8601).
 *
 * @param code DAY, WEEK, MONTH, QUARTER, YEAR or LIFETIME
 */
public record Window(String code) {
    private static final Set<String> CODES = Set.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "LIFETIME");

    public static final Window DAY = new Window("DAY");
    public static final Window WEEK = new Window("WEEK");
    public static final Window MONTH = new Window("MONTH");
    public static final Window QUARTER = new Window("QUARTER");
    public static final Window YEAR = new Window("YEAR");
    public static final Window LIFETIME = new Window("LIFETIME");

    /**
     * Checks that there is such a period.
     *
     * @throws IllegalArgumentException if there is no such period
     */
    public Window {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("no calendar period " + code + "; there are "
                    + CODES.stream().sorted().toList());
        }
    }

    /** The first day of the period that {@code day} lies in. */
    public LocalDate startOf(LocalDate day) {
        return switch (code) {
            case "DAY" -> day;
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTH" -> day.withDayOfMonth(1);
            case "QUARTER" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "YEAR" -> day.withDayOfYear(1);
            default -> LocalDate.EPOCH;
        };
    }

    /** The first day of the period after the one that {@code day} lies in; {@link LocalDate#MAX} for LIFETIME. */
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

    @Override
    public String toString() {
        return code;
    }
}
