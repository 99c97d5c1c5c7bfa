package io.loyalty4j;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves by hand, backwards too. Thread-safe. */
public final class HandClock extends Clock {
    private final AtomicReference<Instant> now;

    private HandClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    public static HandClock at(String instant) {
        return new HandClock(Instant.parse(instant));
    }

    public void set(String instant) {
        now.set(Instant.parse(instant));
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public void passMonths(int months) {
        now.updateAndGet(before -> ZonedDateTime.ofInstant(before, ZoneOffset.UTC)
                .plusMonths(months)
                .toInstant());
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
