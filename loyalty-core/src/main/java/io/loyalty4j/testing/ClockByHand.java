package io.loyalty4j.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is told to. Thread-safe. */
final class ClockByHand extends Clock {
    private volatile Instant now;

    private ClockByHand(Instant start) {
        this.now = start;
    }

    static ClockByHand at(String instant) {
        return at(Instant.parse(instant));
    }

    static ClockByHand at(Instant instant) {
        return new ClockByHand(instant);
    }

    void set(Instant instant) {
        now = instant;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    void passDays(long days) {
        pass(Duration.ofDays(days));
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
