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
record Moment(ZonedDateTime begin, int daysLater, Optional<LocalTime> time, boolean matters) {
    ZonedDateTime local() {
        ZonedDateTime day = begin.plusDays(daysLater);
        return time.map(other -> day.toLocalDate().atTime(other).atZone(day.getZone()))
                .orElse(day);
    }

    Moment at(ZonedDateTime other) {
        return new Moment(other, daysLater, time, matters);
    }

    Moment later(int days) {
        return new Moment(begin, days, time, matters);
    }

    Moment atTime(LocalTime other) {
        return new Moment(begin, daysLater, Optional.of(other), matters);
    }

    Moment mattering(boolean other) {
        return new Moment(begin, daysLater, time, other);
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
