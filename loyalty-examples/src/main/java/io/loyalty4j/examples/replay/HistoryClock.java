package io.loyalty4j.examples.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock of a replay: it shows the instant of the order that is being booked. It is moved and read by one thread. */
final class HistoryClock extends Clock {
    private final ZoneId zone;
    private Instant now;

    HistoryClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    void moveTo(Instant instant) {
        now = instant;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }
}
