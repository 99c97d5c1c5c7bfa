package io.loyalty4j.examples.recipes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock on which it is noon, UTC, of the day that it was turned to. A shop has the system's clock in its place. One thread. */
final class WallCalendar extends Clock {
    private Instant now = Instant.EPOCH;

    static WallCalendar on(String day) {
        WallCalendar calendar = new WallCalendar();
        calendar.turnTo(day);
        return calendar;
    }

    void turnTo(String day) {
        now = Instant.parse(day + "T12:00:00Z");
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
