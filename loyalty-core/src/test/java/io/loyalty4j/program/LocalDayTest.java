package io.loyalty4j.program;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are the program's zone's, however long they are and whenever they begin. */
class LocalDayTest {
    @Nested
    class PointsOfSevenDays {
        @ParameterizedTest(name = "{0}, earned on {1}: until {2}")
        @CsvSource({
            "Europe/Berlin,    2026-03-21, 2026-03-28T23:00:00Z",
            "Europe/Berlin,    2026-03-22, 2026-03-29T22:00:00Z",
            "Europe/Berlin,    2026-10-18, 2026-10-25T23:00:00Z",
            "Africa/Cairo,     2010-04-22, 2010-04-29T22:00:00Z",
            "Africa/Cairo,     2010-04-23, 2010-04-30T21:00:00Z",
            "America/Santiago, 2024-08-31, 2024-09-08T04:00:00Z",
            "America/Santiago, 2024-09-01, 2024-09-09T03:00:00Z",
            "America/Santiago, 2024-03-30, 2024-04-07T04:00:00Z",
            "Pacific/Apia,     2011-12-22, 2011-12-30T10:00:00Z"
        })
        void areGoodUntilTheNextDayBegins(String zone, String earned, Instant end) {
            Shop shop = Shop.with(aPointPerDollar().zone(zone).expiry(Expiry.after(Period.ofDays(7))))
                    .at(earned + "T12:00");
            shop.buys("o-1", "100.00");

            assertThat(shop.account().nextDueAt()).contains(end);
            assertThat(shop.at(end.minusMillis(1)).available()).isEqualTo(100);
            assertThat(shop.at(end).available()).isZero();
            assertThat(shop.at(end.plusMillis(1)).available()).isZero();
        }
    }

    @Nested
    class PointsThatWaitADay {
        private static Instant usable(String zone, String bought) {
            Shop shop = Shop.with(aPointPerDollar().zone(zone).activation(Activation.after(Period.ofDays(1))))
                    .at(bought);
            shop.buys("o-1", "100.00");
            return shop.account().nextDueAt().orElseThrow();
        }

        @Test
        void areUsableAnHourLaterWhereTheirHourIsSkipped() {
            assertThat(usable("Europe/Berlin", "2026-03-28T02:30")).isEqualTo("2026-03-29T01:30:00Z");
            assertThat(usable("America/Santiago", "2024-09-07T00:00")).isEqualTo("2024-09-08T04:00:00Z");
        }

        @Test
        void areUsableAtTheSameTimeOfADayThatIsLonger() {
            assertThat(usable("Europe/Berlin", "2026-10-24T12:00")).isEqualTo("2026-10-25T11:00:00Z");
        }
    }

    @Nested
    class OnceADay {
        private static Shop reviewing(String zone) {
            return Shop.with(aPointPerDollar()
                    .zone(zone)
                    .earn("review", points(25).forActivity("review").oncePer(Window.DAY)));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "Europe/Berlin,    2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z, 2026-10-25T23:00:00Z",
            "America/Santiago, 2024-04-07T02:30:00Z, 2024-04-07T03:30:00Z, 2024-04-07T04:00:00Z"
        })
        void isOnceAlsoWhereTheHourComesTwice(String zone, Instant once, Instant again, Instant nextDay) {
            Shop shop = reviewing(zone);

            assertThat(shop.at(once).does("review", "r-1").earned()).isEqualTo(25);
            assertThat(shop.at(again).does("review", "r-2").earned()).isZero();
            assertThat(shop.at(nextDay.minusMillis(1)).does("review", "r-3").earned())
                    .isZero();
            assertThat(shop.at(nextDay).does("review", "r-4").earned()).isEqualTo(25);
            assertThat(shop.available()).isEqualTo(50);
        }

        @Test
        void isOnceInADayOf23Hours() {
            Shop shop = reviewing("Europe/Berlin");

            assertThat(shop.at(Instant.parse("2026-03-28T23:00:00Z"))
                            .does("review", "r-1")
                            .earned())
                    .isEqualTo(25);
            assertThat(shop.at(Instant.parse("2026-03-29T21:59:59.999Z"))
                            .does("review", "r-2")
                            .earned())
                    .isZero();
            assertThat(shop.at(Instant.parse("2026-03-29T22:00:00Z"))
                            .does("review", "r-3")
                            .earned())
                    .isEqualTo(25);
        }
    }

    @Nested
    class MonthsOfDifferentLength {
        private static void usableThrough(Expiry expiry, String earned, String lastMoment, String gone) {
            Shop shop = Shop.with(aPointPerDollar().expiry(expiry)).at(earned);
            shop.buys("o-1", "100.00");
            assertThat(shop.at(lastMoment).available()).isEqualTo(100);
            assertThat(shop.at(gone).available()).isZero();
        }

        @Test
        void aYearFromTheLeapDayEndsOnThe28th() {
            usableThrough(
                    Expiry.after(Period.ofMonths(12)), "2024-02-29T15:00", "2025-02-28T23:59:59.999", "2025-03-01");
            usableThrough(Expiry.after(Period.ofYears(4)), "2024-02-29T15:00", "2028-02-29T23:59:59.999", "2028-03-01");
        }

        @Test
        void areReckonedFromTheOriginAndNotFromMonthToMonth() {
            usableThrough(
                    Expiry.after(Period.ofMonths(2)), "2027-01-31T15:00", "2027-03-31T23:59:59.999", "2027-04-01");
        }

        @Test
        void areReckonedAnewFromWhatKeepsPointsAlive() {
            Shop shop = Shop.with(aPointPerDollar().expiry(Expiry.afterInactivity(Period.ofMonths(1))))
                    .at("2027-01-31T15:00");
            shop.buys("o-1", "100.00");
            shop.at("2027-02-28T15:00").buys("o-2", "1.00");

            assertThat(shop.at("2027-03-28T23:59:59.999").available()).isEqualTo(101);
            assertThat(shop.at("2027-03-29").available()).isZero();
        }

        @Test
        void ageCountsFromTheDayOnWhichPointsBecomeUsable() {
            Shop shop = Shop.with(aPointPerDollar()
                            .activation(Activation.after(Period.ofMonths(1)))
                            .expiry(Expiry.after(Period.ofMonths(1))))
                    .at("2027-01-31T15:00");
            shop.buys("o-1", "100.00");

            assertThat(shop.at("2027-02-28T15:00").available()).isEqualTo(100);
            assertThat(shop.at("2027-03-28T23:59:59.999").available()).isEqualTo(100);
            assertThat(shop.at("2027-03-29").available()).isZero();
        }
    }
}
