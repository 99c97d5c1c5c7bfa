package io.loyalty4j.program;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When a sample is placed: some days after something begins, at a time of day.
 *
 * @param time of the day; empty for that of the beginning
 * @param matters whether another time can give something else
 */
record Placing(ZonedDateTime begin, int daysLater, Optional<LocalTime> time, boolean matters) {
    ZonedDateTime local() {
        ZonedDateTime day = begin.plusDays(daysLater);
        return time.map(other -> day.toLocalDate().atTime(other).atZone(day.getZone()))
                .orElse(day);
    }

    Placing at(ZonedDateTime other) {
        return new Placing(other, daysLater, time, matters);
    }

    Placing later(int days) {
        return new Placing(begin, days, time, matters);
    }

    Placing atTime(LocalTime other) {
        return new Placing(begin, daysLater, Optional.of(other), matters);
    }

    Placing mattering(boolean other) {
        return new Placing(begin, daysLater, time, other);
    }

    String describe() {
        ZonedDateTime local = local();
        boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        return !matters
                ? ""
                : " on "
                        + local.format(
                                midnight ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
