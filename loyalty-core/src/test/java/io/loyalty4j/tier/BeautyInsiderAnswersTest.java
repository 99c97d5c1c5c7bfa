package io.loyalty4j.tier;

import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Sephora published about its tiers; the numbers are those of the known answers. */
class BeautyInsiderAnswersTest {
    private static ProgramBuilder program() {
        return aPointPerDollar()
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("INSIDER")
                        .tier("VIB", 350)
                        .tier("ROUGE", 1_000))
                .earn(
                        "tiers",
                        multiplier(1)
                                .inTier("VIB", "1.25")
                                .inTier("ROUGE", "1.5")
                                .from("2018-08-24")
                                .through("2020-05-28"))
                .earn("event", multiplier(4).from("2020-08-01").through("2020-08-07"))
                .reward("cash-10", discount("10.00").costs(500));
    }

    private final Shop shop = Shop.with(program());

    @Test
    @DisplayName("S1: 349.99 is not enough; a cent more at the year's last minute is VIB until 2026-12-31")
    void theLastCentCounts() {
        shop.at("2025-06-01").buys("o-1", "349.99");
        assertThat(shop.at("2025-12-31T23:59").tier()).isEqualTo("INSIDER");

        shop.buys("o-2", "0.01");
        assertThat(shop.tier()).isEqualTo("VIB");
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-12-31"));
        assertThat(shop.at("2026-12-31T23:59:59.999").tier()).isEqualTo("VIB");
        assertThat(shop.at("2027-01-01").tier()).isEqualTo("INSIDER");
    }

    @Test
    @DisplayName("S2: 350 reached on 2022-01-15: VIB until 2023-12-31")
    void reachedInJanuary() {
        shop.at("2022-01-15T10:00").buys("o-1", "350.00");
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2023-12-31"));
    }

    @Test
    @DisplayName("S3: redeeming 500 points leaves the tier's progress alone")
    void redeemingLeavesTheProgressAlone() {
        shop.at("2025-02-01").buys("o-1", "800.00");
        shop.buys(shop.order("o-2", line("goods", "200.00")).redeem("cash-10"));
        assertThat(shop.tier()).isEqualTo("ROUGE");
        assertThat(shop.account().standing().amounts())
                .containsEntry(LocalDate.parse("2025-01-01"), new BigDecimal("1000"));
    }

    @Nested
    @DisplayName("S4: multipliers 1 / 1.25 / 1.5 from 2018-08-24 to 2020-05-28")
    class Multipliers {
        private long rougeSpends100On(String date) {
            shop.at("2018-08-23T12:00").buys("before", "1000.00");
            shop.at("2019-02-01T12:00").buys("rouge", "1000.00");
            return shop.at(date).buys("o-1", "100.00").earned();
        }

        @Test
        void rougeEarns150While() {
            assertThat(rougeSpends100On("2020-05-28T23:59:59.999")).isEqualTo(150);
        }

        @Test
        void rougeEarns100InJune() {
            assertThat(rougeSpends100On("2020-06-15T12:00")).isEqualTo(100);
        }

        @Test
        void rougeEarns400InALaterEvent() {
            assertThat(rougeSpends100On("2020-08-03T12:00")).isEqualTo(400);
        }

        @Test
        void vibEarnsAQuarterMore() {
            shop.at("2019-02-01T12:00").buys("vib", "350.00");
            assertThat(shop.buys("o-1", "100.00").earned()).isEqualTo(125);
        }
    }

    @Test
    @DisplayName("S5: 1.5 x 33.33 = 49.995: 49")
    void fractionsAreCut() {
        shop.at("2019-02-01T12:00").buys("rouge", "1000.00");
        assertThat(shop.buys("o-1", "33.33").earned()).isEqualTo(49);
    }

    @Test
    @DisplayName("S6: spend that equals the threshold qualifies")
    void theThresholdItselfQualifies() {
        shop.buys("o-1", "1000.00");
        assertThat(shop.tier()).isEqualTo("ROUGE");
    }

    @Test
    @DisplayName("S7: points expire after 12 months without purchase or redemption, 18 before, never until July 2017")
    void pointsExpireByTheYearsOwnRule() {
        Shop years = Shop.with(program().expiry(Expiry.never())).at("2015-01-10T12:00");
        years.buys("o-1", "500.00");
        years.at("2017-07-01")
                .adopts(program()
                        .expiry(Expiry.afterInactivity(Period.ofMonths(18)).since("2017-07-01")));
        assertThat(years.available()).isEqualTo(500);
        years.at("2017-08-15T12:00").buys("o-2", "10.00");
        years.at("2019-02-15T23:59:59.999");
        assertThat(years.account().expiringBy(LocalDate.parse("2019-02-15"))).isEqualTo(10);
        years.at("2019-02-16");
        assertThat(years.available()).isEqualTo(500);

        years.adopts(program().expiry(Expiry.afterInactivity(Period.ofMonths(12))));
        years.at("2019-03-01T12:00").buys("o-3", "20.00");
        assertThat(years.at("2020-03-01T23:59:59.999").available()).isEqualTo(520);
        assertThat(years.at("2020-03-02").available()).isEqualTo(500);
    }

    @Test
    @DisplayName("S7: a redemption counts as much as a purchase")
    void aRedemptionKeepsPointsAlive() {
        Shop now = Shop.with(program().expiry(Expiry.afterInactivity(Period.ofMonths(12))))
                .at("2025-01-10T12:00");
        now.buys("o-1", "900.00");
        now.at("2025-12-20T12:00").buys(now.order("o-2", line("goods", "10.00")).redeem("cash-10"));
        assertThat(now.at("2026-12-20T23:59:59.999").available()).isPositive();
        assertThat(now.at("2026-12-21").available()).isZero();
    }
}
