package io.loyalty4j.testing;

import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.program.LoyaltyProgram;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** What a scenario runs. */
record Setting(LoyaltyProgram program, long seed, Approvals approvals, Function<Notifier, Channel> channels) {
    private static final LocalDate USUAL_DAY = LocalDate.of(2026, 6, 10);

    static Setting of(LoyaltyProgram program) {
        return new Setting(program, 42, Approvals.none(), Channel::of);
    }

    Setting running(LoyaltyProgram other) {
        return new Setting(other, seed, approvals, channels);
    }

    Setting drawing(long other) {
        return new Setting(program, other, approvals, channels);
    }

    Setting approvedBy(Approvals other) {
        return new Setting(program, seed, other, channels);
    }

    Setting telling(Function<Notifier, Channel> other) {
        return new Setting(program, seed, approvals, other);
    }

    Instant usualStart() {
        Instant usual = noon(USUAL_DAY);
        return usual.isBefore(program.inForceFrom()) ? program.inForceFrom() : usual;
    }

    Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(program.zone()).toInstant();
    }

    Instant instant(String dateOrDateTime) {
        if (dateOrDateTime.indexOf('T') < 0) {
            return noon(day(dateOrDateTime));
        }
        LocalDateTime local = parsed(dateOrDateTime, LocalDateTime::parse, "a day or a time such as 2026-11-21T09:30");
        if (program.zone().getRules().getValidOffsets(local).isEmpty()) {
            throw new IllegalArgumentException("in " + program.zone() + " the clocks go from before " + dateOrDateTime
                    + " to behind it: there is no such time");
        }
        return local.atZone(program.zone()).toInstant();
    }

    static LocalDate day(String date) {
        return parsed(date, LocalDate::parse, "a day such as 2026-11-21");
    }

    static BigDecimal amount(String decimal) {
        return parsed(decimal, BigDecimal::new, "an amount such as 10.00");
    }

    private static <T> T parsed(String text, Function<String, T> parser, String what) {
        try {
            return parser.apply(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + what, e);
        }
    }
}
