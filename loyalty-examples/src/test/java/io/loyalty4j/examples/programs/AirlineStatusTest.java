package io.loyalty4j.examples.programs;

import static io.loyalty4j.testing.LoyaltyScenario.line;

import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import io.loyalty4j.testing.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AirlineStatusTest {
    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(AirlineStatus.program()).at("2026-02-01");
    private final When ana = scenario.when("ana");

    @AfterEach
    void theBooksAreSound() {
        Books.areSound(scenario, "ana");
    }

    private static OrderLine[] flight(String fare) {
        return new OrderLine[] {
            line("BER-LIS", fare).category("flight"), line("airport", "30.00").category("tax")
        };
    }

    private Then flies(String date, String fare) {
        return on(date).buys(flight(fare)).then();
    }

    private When on(String date) {
        return ana.timeIs(date).and();
    }

    private Then at(String date) {
        return ana.timeIs(date).then();
    }

    @Nested
    class Miles {
        @Test
        void areFiveForAEuroOfTheFareAndNoneForTaxes() {
            flies("2026-02-01", "200.00").earned(1_000);
        }

        @Test
        void areMoreWithStatus() {
            flies("2026-02-01", "2000.00");
            flies("2026-02-10", "200.00").earned(1_250);
            flies("2026-02-20", "4000.00");
            flies("2026-03-01", "200.00").earned(2_000);
        }

        @Test
        void ofPartnersComeWithoutStatus() {
            ana.does("hotel-stay", "nights", 3).then().earned(1_500).nextTier("SILVER", "2000");
        }

        @Test
        void areGoodFor36MonthsToTheQuartersEnd() {
            flies("2026-02-10", "200.00").pointsThrough(1_000, "2029-03-31");
            at("2029-03-31T23:59").available(1_000);
            at("2029-04-01T00:00").available(0);
        }
    }

    @Nested
    class Status {
        @Test
        void isReachedWithTheFlightAndKeptToTheEndOfTheNextYear() {
            flies("2026-11-30", "1999.99").inTier("BASE");
            flies("2026-12-31T23:59", "0.01").inTierThrough("SILVER", "2027-12-31");

            at("2027-12-31T23:59:59.999").inTier("SILVER");
            at("2028-01-01T00:00").inTier("BASE");
        }

        @Test
        void beginsAtZeroInTheNewYear() {
            flies("2026-12-31", "1999.00");
            flies("2027-01-01T00:00", "1999.00").inTier("BASE");
        }

        @Test
        void fallsToWhatTheLastYearWasWorth() {
            flies("2026-05-01", "6000.00");
            flies("2027-05-01", "2000.00");
            at("2027-12-31").inTier("GOLD");
            at("2028-01-01T00:00").inTier("SILVER");
            at("2029-01-01T00:00").inTier("BASE");
        }

        @Test
        void isLongerForWhoQualifiesAgain() {
            flies("2026-05-01", "6000.00");
            flies("2027-12-31", "6000.00");
            at("2028-12-31T23:59").inTier("GOLD");
            at("2029-01-01T00:00").inTier("BASE");
        }

        @Test
        void countsAFlightOfTheOldYearThatIsBookedInTheNew() {
            flies("2026-05-01", "1900.00");
            on("2027-01-03")
                    .order("A-1")
                    .placedAt("2026-12-31T20:00")
                    .buys(flight("100.00"))
                    .then()
                    .inTierThrough("SILVER", "2027-12-31");
        }

        @Test
        void goesWithTheFlightThatIsCancelled() {
            ana.order("A-1").buys(flight("2000.00")).then().inTier("SILVER");
            ana.cancels("A-1").then().inTier("BASE").available(0);
        }

        @Test
        void isNotLostByFlyingOnMiles() {
            flies("2026-02-01", "4000.00");
            ana.redeeming("award-100").buys(flight("100.00")).then().nextTier("GOLD", "1900.00");
        }
    }

    @Nested
    class FlyTwice {
        @Test
        void gives3000MilesForTheSecondFlightWithin30Days() {
            flies("2026-06-10", "100.00");
            flies("2026-07-09", "100.00").earned(3_500).awarded("miles", 500).awarded("fly-twice", 3_000);
        }

        @Test
        void givesNothingWhenTheSecondComesADayTooLate() {
            flies("2026-06-10", "100.00");
            flies("2026-07-10", "100.00").earned(500);
            flies("2026-07-11", "100.00").earned(3_500);
        }

        @Test
        void isForTheSummer() {
            flies("2026-05-31T23:59", "100.00");
            flies("2026-06-01T00:00", "100.00").earned(500);
            flies("2026-06-02", "100.00").earned(3_500);
        }

        @Test
        void isForFlightsNotForLuggage() {
            flies("2026-06-10", "100.00");
            ana.buys(line("suitcase", "100.00").category("luggage")).then().earned(500);
        }

        @Test
        void isMetOnce() {
            flies("2026-06-10", "100.00");
            flies("2026-06-11", "100.00");
            flies("2026-07-20", "100.00").earned(500);
            flies("2026-07-21", "100.00").earned(500);
        }

        @Test
        void comesBackWithTheFlightThatMetIt() {
            flies("2026-06-10", "100.00");
            ana.order("A-2").buys(flight("100.00")).and().cancels("A-2").then().available(500);
            flies("2026-06-12", "100.00").earned(3_500);
        }

        @Test
        void saysHowFarItIs() {
            flies("2026-06-10", "100.00");
            ana.asksFor(line("suitcase", "1.00")).then().silent("fly-twice", "no line with category flight");
            on("2026-07-12").asksFor(flight("100.00")).then().silent("fly-twice", "so far 1 of 2 orders");
        }
    }
}
