package io.loyalty4j.program;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What others publish about expiry; the numbers are those of the known answers. */
class ExpiryAnswersTest {
    private static void usableThrough(Expiry expiry, String earned, String lastMoment, String gone) {
        Shop shop = Shop.with(aPointPerDollar().expiry(expiry)).at(earned);
        shop.buys("o-1", "100.00");
        assertThat(shop.at(lastMoment).available()).isEqualTo(100);
        assertThat(shop.at(gone).available()).isZero();
    }

    @Test
    @DisplayName("T1: valid 1 month, earned 25 January: through the end of 25 February")
    void aMonthFrom25January() {
        usableThrough(Expiry.after(Period.ofMonths(1)), "2027-01-25T15:00", "2027-02-25T23:59:59.999", "2027-02-26");
    }

    @Test
    @DisplayName("T2: valid 1 month, earned 31 January: through the end of 28 February")
    void aMonthFrom31January() {
        usableThrough(Expiry.after(Period.ofMonths(1)), "2027-01-31T15:00", "2027-02-28T23:59:59.999", "2027-03-01");
    }

    @Nested
    @DisplayName("T3: twelve months, earned 6 July 2020")
    class TwelveMonths {
        @Test
        void roundedUpToTheMonthsEndTheyAreGoneOn1August() {
            usableThrough(
                    Expiry.after(Period.ofMonths(12)).roundedUpTo(Window.MONTH),
                    "2020-07-06T15:00",
                    "2021-07-31T23:59:59.999",
                    "2021-08-01");
        }

        @Test
        void unroundedTheyAreUsableThrough6July() {
            usableThrough(
                    Expiry.after(Period.ofMonths(12)), "2020-07-06T15:00", "2021-07-06T23:59:59.999", "2021-07-07");
        }
    }

    @Test
    @DisplayName("T4: inactivity of 12 months, switched on 1 March 2022: first expiries on 1 March 2023")
    void inactivitySwitchedOnLater() {
        Shop shop = Shop.with(aPointPerDollar()
                        .expiry(Expiry.afterInactivity(Period.ofMonths(12)).since("2022-03-01")))
                .at("2021-06-01");
        shop.buys("o-1", "100.00");

        assertThat(shop.at("2023-02-28T23:59:59.999").available()).isEqualTo(100);
        assertThat(shop.at("2023-03-01").available()).isZero();
    }

    @Test
    @DisplayName("T5: a day is the program's zone's: what is valid in California before 07:00 UTC is taken")
    void theDayIsTheProgramsZones() {
        Shop shop = Shop.with(aPointPerDollar()
                        .zone("America/Los_Angeles")
                        .reward("ten", discount("1.00").costs(100).through("2025-06-30")))
                .at("2025-06-01");
        shop.buys("o-1", "100.00");
        shop.at(Instant.parse("2025-07-01T06:59:59.999Z"));

        assertThat(shop.engine()
                        .quote(shop.order("o-2", line("pin", "1.00")).redeem("ten"))
                        .refusal())
                .isEmpty();
        shop.buys(shop.order("o-2", line("pin", "1.00")).redeem("ten"));
        assertThat(shop.available()).isZero();
    }

    @Test
    @DisplayName("S7: points expire after 12 months without purchase or redemption")
    void activityKeepsPointsAlive() {
        Shop shop = Shop.with(aPointPerDollar()
                        .reward("ten", discount("1.00").costs(50))
                        .expiry(Expiry.afterInactivity(Period.ofMonths(12))))
                .at("2024-01-10T12:00");
        shop.buys("o-1", "100.00");
        shop.at("2024-12-31T12:00").buys(shop.order("o-2", line("pin", "1.00")).redeem("ten"));

        assertThat(shop.at("2025-12-31T23:59:59.999").available()).isEqualTo(50);
        assertThat(shop.at("2026-01-01").available()).isZero();
    }

    @Test
    void buyingKeepsPointsAliveThatAnEarlierVersionLetsLapseWhenIdle() {
        Shop shop = Shop.with(aPointPerDollar().expiry(Expiry.afterInactivity(Period.ofMonths(12))))
                .at("2026-01-01");
        shop.buys("o-1", "100.00");
        shop.passes(Period.ofMonths(6));
        shop.adopts(aPointPerDollar().expiry(Expiry.never()));
        shop.buys("o-2", "1.00");

        assertThat(shop.passes(Period.ofYears(3)).available()).isEqualTo(101);
    }

    @Test
    void whatLapsesByADayIsToldBeforehand() {
        Shop shop = Shop.with(aPointPerDollar().expiry(Expiry.after(Period.ofMonths(1))))
                .at("2027-01-25T15:00");
        shop.buys("o-1", "100.00");
        shop.at("2027-01-27T15:00").buys("o-2", "30.00");

        assertThat(shop.account().expiringBy(LocalDate.parse("2027-02-24"))).isZero();
        assertThat(shop.account().expiringBy(LocalDate.parse("2027-02-25"))).isEqualTo(100);
        assertThat(shop.account().expiringBy(LocalDate.parse("2027-02-27"))).isEqualTo(130);
    }
}
