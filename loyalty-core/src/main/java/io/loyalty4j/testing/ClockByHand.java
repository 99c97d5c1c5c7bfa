package io.loyalty4j.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes when it is told to. Thread-safe. */
final class ClockByHand extends Clock {
    private final AtomicReference<Instant> now;

    private ClockByHand(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    static ClockByHand at(String instant) {
        return new ClockByHand(Instant.parse(instant));
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    void passDays(long days) {
        pass(Duration.ofDays(days));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }
}
