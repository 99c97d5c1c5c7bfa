package io.loyalty4j.earn;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import java.time.DayOfWeek;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A rule's window: half-open, in the program's zone, whatever its clocks do. */
class EarnWindowTest {
    private long at(EarnRule rule, String zone, String instant) {
        Shop shop = Shop.with(Shop.program().zone(zone).earn("rule", rule)).at(Instant.parse(instant));
        return shop.buys("o-1", "1.00").earned();
    }

    @Test
    void isHalfOpenInTheProgramsZone() {
        EarnRule week = points(1).per("1").from("2026-11-20").through("2026-11-26");
        assertThat(at(week, "America/New_York", "2026-11-20T04:59:59.999Z")).isZero();
        assertThat(at(week, "America/New_York", "2026-11-20T05:00:00Z")).isEqualTo(1);
        assertThat(at(week, "America/New_York", "2026-11-27T04:59:59.999Z")).isEqualTo(1);
        assertThat(at(week, "America/New_York", "2026-11-27T05:00:00Z")).isZero();
        assertThat(at(week, "Asia/Tokyo", "2026-11-19T15:00:00Z")).isEqualTo(1);
    }

    @Test
    void endsBeforeTheMomentItIsGoodUntil() {
        EarnRule evening = points(1).per("1").from("2026-11-20T18:00").until("2026-11-20T20:00");
        assertThat(at(evening, "UTC", "2026-11-20T18:00:00Z")).isEqualTo(1);
        assertThat(at(evening, "UTC", "2026-11-20T19:59:59.999Z")).isEqualTo(1);
        assertThat(at(evening, "UTC", "2026-11-20T20:00:00Z")).isZero();
    }

    @Test
    void beginsAtTheFirstMomentOfADayWithoutMidnight() {
        EarnRule from = points(1).per("1").from("2026-04-24");
        assertThat(at(from, "Africa/Cairo", "2026-04-23T21:59:59.999Z")).isZero();
        assertThat(at(from, "Africa/Cairo", "2026-04-23T22:00:00Z")).isEqualTo(1);
    }

    @Test
    void ofADayTheClocksChangeHasAllItsHours() {
        EarnRule day = points(1).per("1").from("2026-03-29").through("2026-03-29");
        assertThat(at(day, "Europe/Berlin", "2026-03-28T23:00:00Z")).isEqualTo(1);
        assertThat(at(day, "Europe/Berlin", "2026-03-29T21:59:59.999Z")).isEqualTo(1);
        assertThat(at(day, "Europe/Berlin", "2026-03-29T22:00:00Z")).isZero();
    }

    @Test
    void ofWeekdaysGoesByTheProgramsDay() {
        EarnRule sunday = points(1).per("1").when(Conditions.weekday(DayOfWeek.SUNDAY));
        assertThat(at(sunday, "Asia/Tokyo", "2026-11-21T15:00:00Z")).isEqualTo(1);
        assertThat(at(sunday, "America/New_York", "2026-11-21T15:00:00Z")).isZero();
    }
}
