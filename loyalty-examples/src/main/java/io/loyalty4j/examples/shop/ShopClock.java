package io.loyalty4j.examples.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, moved forward as often as somebody wants to see what time does. Thread-safe. */
final class ShopClock extends Clock {
    private final Clock real;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    ShopClock(Clock real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /** By days, months or years of its zone. */
    void forward(Period time) {
        ahead.updateAndGet(before -> {
            ZonedDateTime now = real.instant().plus(before).atZone(getZone());
            return before.plus(Duration.between(now, now.plus(time)));
        });
    }

    /** How many days such a time has from now on. */
    long days(Period time) {
        ZonedDateTime now = instant().atZone(getZone());
        return ChronoUnit.DAYS.between(now, now.plus(time));
    }

    /** Shows this instant or a later one: a database may have seen days that have not come yet. */
    void notBefore(Instant seen) {
        ahead.updateAndGet(before -> {
            Duration needed = Duration.between(real.instant(), seen);
            return needed.compareTo(before) > 0 ? needed : before;
        });
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is for one shop");
    }
}
