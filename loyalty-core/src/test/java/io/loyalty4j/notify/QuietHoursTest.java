package io.loyalty4j.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hours of the clock on the wall, where it is turned too. */
class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<ZoneId> ZONES = List.of(
            BERLIN,
            ZoneId.of("UTC"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("America/Santiago"));

    @Test
    void endWithTheHourThatTheClockSkips() {
        assertThat(new QuietHours("01:00", "02:30").end(Instant.parse("2026-03-29T00:30:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(new QuietHours("02:15", "02:45").end(Instant.parse("2026-03-29T01:00:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void areThereTwiceInTheHourThatTheClockRepeats() {
        QuietHours hours = new QuietHours("21:00", "02:30");

        assertThat(hours.end(Instant.parse("2026-10-24T22:00:00Z"), BERLIN)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(hours.end(Instant.parse("2026-10-25T00:45:00Z"), BERLIN)).isEqualTo("2026-10-25T00:45:00Z");
        assertThat(hours.end(Instant.parse("2026-10-25T01:00:00Z"), BERLIN)).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(new QuietHours("21:00", "03:00").end(Instant.parse("2026-10-25T00:30:00Z"), BERLIN))
                .isEqualTo("2026-10-25T02:00:00Z");
    }

    @Test
    void endAtTheFirstMinuteThatAWatchmanFindsNotQuiet() {
        long seed = Chance.seed();
        Chance chance = Chance.of(seed);
        for (int i = 0; i < 3_000; i++) {
            QuietHours hours = hours(chance);
            ZoneId zone = chance.of(ZONES);
            Instant now = nearAChange(chance, zone);

            assertThat(hours.end(now, zone))
                    .as("loyalty4j.laws.seed=%d: %s at %s in %s", seed, hours, now, zone)
                    .isEqualTo(watched(hours, now, zone));
        }
    }

    private static QuietHours hours(Chance chance) {
        while (true) {
            QuietHours hours = new QuietHours(time(chance), time(chance));
            if (hours.mistake().isEmpty()) {
                return hours;
            }
        }
    }

    private static String time(Chance chance) {
        return LocalTime.of(chance.percent(60) ? chance.below(4) : chance.below(24), chance.of(0, 15, 30, 59))
                .toString();
    }

    private static Instant nearAChange(Chance chance, ZoneId zone) {
        Instant some = Instant.parse("2010-01-01T00:00:00Z").plus(chance.below(6_000), ChronoUnit.DAYS);
        Instant change = zone.getRules().isFixedOffset() || zone.getRules().nextTransition(some) == null
                ? some
                : zone.getRules().nextTransition(some).getInstant();
        return change.plus(chance.between(-1_500, 300), ChronoUnit.MINUTES);
    }

    private static Instant watched(QuietHours hours, Instant now, ZoneId zone) {
        Instant at = now;
        while (hours.contain(LocalTime.ofInstant(at, zone))) {
            at = at.plus(Duration.ofMinutes(1));
        }
        return at;
    }
}
