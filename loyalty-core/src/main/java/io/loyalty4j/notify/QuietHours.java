package io.loyalty4j.notify;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Times of day at which nobody is disturbed, as the clock on the wall shows them: what it skips in spring is not there, what it repeats in autumn is there
 * twice.
 *
 * @param from as it was written, the first quiet minute
 * @param until as it was written, the first minute that is not quiet
 */
record QuietHours(String from, String until) {
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    Optional<String> mistake() {
        if (!from.matches(TIME) || !until.matches(TIME)) {
            return Optional.of("times are written 00:00 to 23:59");
        }
        return from.equals(until)
                ? Optional.of("from " + from + " until " + until + " is no time, or all of it")
                : Optional.empty();
    }

    boolean contain(LocalTime time) {
        LocalTime begin = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(until);
        boolean begun = !time.isBefore(begin);
        return begin.isBefore(end) ? begun && time.isBefore(end) : begun || time.isBefore(end);
    }

    /** The first instant at which it is not quiet any more; the instant itself if it is not quiet. */
    Instant end(Instant now, ZoneId zone) {
        Instant at = now;
        while (contain(LocalTime.ofInstant(at, zone))) {
            Instant end = endUnderOneOffset(at, zone.getRules().getOffset(at));
            at = Optional.ofNullable(zone.getRules().nextTransition(at))
                    .map(ZoneOffsetTransition::getInstant)
                    .filter(change -> change.isBefore(end))
                    .orElse(end);
        }
        return at;
    }

    private Instant endUnderOneOffset(Instant at, ZoneOffset offset) {
        LocalDateTime now = LocalDateTime.ofInstant(at, offset);
        LocalDateTime today = now.toLocalDate().atTime(LocalTime.parse(until));
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant(offset);
    }

    String describe() {
        return "quiet from " + from + " until " + until;
    }
}
