package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * When a rule or reward is good, as its author wrote it: from (inclusive), until (exclusive), through (the last day). Dates are the program's zone's days,
 * which begin at the zone's first moment of that day.
 */
public record Season(Optional<String> from, Optional<String> until, Optional<String> through) {
    private static final int LAST_YEAR = 9999;

    public static final Season ALWAYS = new Season(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Good from a day or moment on.
     *
     * @param dateOrDateTime ISO 8601 without a zone: {@code 2026-11-20} or {@code 2026-11-20T18:00}
     */
    public Season from(String dateOrDateTime) {
        return new Season(Optional.of(dateOrDateTime), until, through);
    }

    public Season until(String dateOrDateTime) {
        return new Season(from, Optional.of(dateOrDateTime), through);
    }

    public Season through(String lastDay) {
        return new Season(from, until, Optional.of(lastDay));
    }

    /** Why nothing is given outside of it. */
    Reason silence(boolean before) {
        return before
                ? Reason.of("not-yet", from.orElse(""))
                : Reason.of("over", through.or(() -> until).orElse(""));
    }

    /** Reports what is no date, and an end that is not after the beginning, by the clause's name. */
    public void check(ZoneId zone, BiConsumer<String, String> report) {
        boolean fromLegal = legal("from", from, report);
        boolean untilLegal = legal("until", until, report);
        boolean legal = legal("through", through, report) && fromLegal && untilLegal;
        if (until.isPresent() && through.isPresent()) {
            report.accept("until", "until and through are two ends; one is enough");
        } else if (legal && !begin(zone).isBefore(end(zone))) {
            report.accept(until.isPresent() ? "until" : "through", "ends before it begins");
        }
    }

    private static boolean legal(String clause, Optional<String> text, BiConsumer<String, String> report) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            LocalDateTime time =
                    clause.equals("through") ? LocalDate.parse(text.get()).atStartOfDay() : parsed(text.get());
            boolean inCalendar = time.getYear() >= 0 && time.getYear() <= LAST_YEAR;
            boolean whole = time.equals(time.truncatedTo(ChronoUnit.MILLIS));
            if (!inCalendar || !whole) {
                report.accept(
                        clause,
                        "\"" + text.get() + "\" is "
                                + (inCalendar ? "finer than a millisecond" : "beyond the year " + LAST_YEAR));
            }
            return inCalendar && whole;
        } catch (DateTimeException e) {
            report.accept(clause, "\"" + text.get() + "\" is not a date");
            return false;
        }
    }

    private static LocalDateTime parsed(String text) {
        return text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }

    /** The first instant at which it is good. */
    public Instant begin(ZoneId zone) {
        return from.map(text -> instant(text, zone)).orElse(Instant.MIN);
    }

    /** The first instant at which it is good no more. */
    public Instant end(ZoneId zone) {
        return until.map(text -> instant(text, zone))
                .or(() -> through.map(day ->
                        LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant()))
                .orElse(Instant.MAX);
    }

    private static Instant instant(String text, ZoneId zone) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
