package io.loyalty4j.examples.programs;

import static io.loyalty4j.examples.programs.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Order;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AirlineStatusTest {
    private final Shop shop = Shop.running(AirlineStatus.program());

    private Order flight(String fare) {
        return shop.order(
                line("BER-LIS", fare).category("flight"),
                line("airport", "30.00").category("tax"));
    }

    private Receipt flies(String date, String fare) {
        return shop.at(date).buys(flight(fare));
    }

    @Nested
    class Miles {
        @Test
        void areFiveForAEuroOfTheFareAndNoneForTaxes() {
            assertThat(flies("2026-02-01", "200.00").earned()).isEqualTo(1_000);
        }

        @Test
        void areMoreWithStatus() {
            flies("2026-02-01", "2000.00");
            assertThat(flies("2026-02-10", "200.00").earned()).isEqualTo(1_250);
            flies("2026-02-20", "4000.00");
            assertThat(flies("2026-03-01", "200.00").earned()).isEqualTo(2_000);
        }

        @Test
        void ofPartnersComeWithoutStatus() {
            Receipt stay =
                    shop.tries(shop.activity("hotel-stay").with("nights", 3)).receipt();
            assertThat(stay.earned()).isEqualTo(1_500);
            assertThat(shop.account().tier().next().orElseThrow().reached()).isZero();
        }

        @Test
        void areGoodFor36MonthsToTheQuartersEnd() {
            flies("2026-02-10", "200.00");
            assertThat(shop.at("2029-03-31T23:59").points()).isEqualTo(1_000);
            assertThat(shop.at("2029-04-01").points()).isZero();
        }
    }

    @Nested
    class Status {
        @Test
        void isReachedWithTheFlightAndKeptToTheEndOfTheNextYear() {
            flies("2026-11-30", "1999.99");
            assertThat(shop.tier()).isEqualTo("BASE");
            flies("2026-12-31T23:59", "0.01");
            assertThat(shop.tier()).isEqualTo("SILVER");
            assertThat(shop.account().tier().until()).contains(LocalDate.parse("2027-12-31"));

            assertThat(shop.at("2027-12-31T23:59:59.999").tier()).isEqualTo("SILVER");
            assertThat(shop.at("2028-01-01").tier()).isEqualTo("BASE");
        }

        @Test
        void beginsAtZeroInTheNewYear() {
            flies("2026-12-31", "1999.00");
            flies("2027-01-01", "1999.00");
            assertThat(shop.tier()).isEqualTo("BASE");
        }

        @Test
        void fallsToWhatTheLastYearWasWorth() {
            flies("2026-05-01", "6000.00");
            flies("2027-05-01", "2000.00");
            assertThat(shop.at("2027-12-31").tier()).isEqualTo("GOLD");
            assertThat(shop.at("2028-01-01").tier()).isEqualTo("SILVER");
            assertThat(shop.at("2029-01-01").tier()).isEqualTo("BASE");
        }

        @Test
        void isLongerForWhoQualifiesAgain() {
            flies("2026-05-01", "6000.00");
            flies("2027-12-31", "6000.00");
            assertThat(shop.at("2028-12-31T23:59").tier()).isEqualTo("GOLD");
            assertThat(shop.at("2029-01-01").tier()).isEqualTo("BASE");
        }

        @Test
        void countsAFlightOfTheOldYearThatIsBookedInTheNew() {
            flies("2026-05-01", "1900.00");
            Order newYearsEve = flight("100.00").at(shop.instant("2026-12-31T20:00"));
            shop.at("2027-01-03").buys(newYearsEve);
            assertThat(shop.tier()).isEqualTo("SILVER");
            assertThat(shop.account().tier().until()).contains(LocalDate.parse("2027-12-31"));
        }

        @Test
        void goesWithTheFlightThatIsCancelled() {
            Order flight = flight("2000.00");
            shop.buys(flight);
            shop.tries(flight.cancellation());
            assertThat(shop.tier()).isEqualTo("BASE");
            assertThat(shop.points()).isZero();
        }

        @Test
        void isNotLostByFlyingOnMiles() {
            flies("2026-02-01", "4000.00");
            shop.buys(flight("100.00").redeem("award-100"));
            assertThat(shop.account().tier().next().orElseThrow().reached()).isEqualByComparingTo("4100.00");
        }
    }

    @Nested
    class FlyTwice {
        @Test
        void gives3000MilesForTheSecondFlightWithin30Days() {
            flies("2026-06-10", "100.00");
            assertThat(flies("2026-07-09", "100.00").awards())
                    .extracting(Award::rule, Award::points)
                    .containsExactlyInAnyOrder(tuple("miles", 500L), tuple("fly-twice", 3_000L));
        }

        @Test
        void givesNothingWhenTheSecondComesADayTooLate() {
            flies("2026-06-10", "100.00");
            assertThat(flies("2026-07-10", "100.00").earned()).isEqualTo(500);
            assertThat(flies("2026-07-11", "100.00").earned()).isEqualTo(3_500);
        }

        @Test
        void isForTheSummer() {
            flies("2026-05-31", "100.00");
            assertThat(flies("2026-06-01", "100.00").earned()).isEqualTo(500);
            assertThat(flies("2026-06-02", "100.00").earned()).isEqualTo(3_500);
        }

        @Test
        void isForFlightsNotForLuggage() {
            flies("2026-06-10", "100.00");
            assertThat(shop.buys(line("suitcase", "100.00").category("luggage")).earned())
                    .isEqualTo(500);
        }

        @Test
        void isMetOnce() {
            flies("2026-06-10", "100.00");
            flies("2026-06-11", "100.00");
            assertThat(flies("2026-07-20", "100.00").earned()).isEqualTo(500);
            assertThat(flies("2026-07-21", "100.00").earned()).isEqualTo(500);
        }

        @Test
        void comesBackWithTheFlightThatMetIt() {
            flies("2026-06-10", "100.00");
            Order second = flight("100.00");
            shop.buys(second);
            shop.tries(second.cancellation());
            assertThat(shop.points()).isEqualTo(500);
            assertThat(flies("2026-06-12", "100.00").earned()).isEqualTo(3_500);
        }

        @Test
        void saysHowFarItIs() {
            flies("2026-06-10", "100.00");
            assertThat(shop.quote(shop.order(line("suitcase", "1.00"))).silent())
                    .extracting("rule")
                    .contains("fly-twice");
            assertThat(shop.at("2026-07-12").quote(flight("100.00")).silent())
                    .extracting("rule", "why")
                    .contains(tuple("fly-twice", "so far 1 of 2 orders"));
        }
    }
}
