package io.loyalty4j.examples.programs;

import static io.loyalty4j.examples.programs.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.TakenTooOften;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The numbers of some names are those of answers that Sephora published. */
class BeautyInsiderTest {
    private final Shop shop = Shop.running(BeautyInsider.in2016(), BeautyInsider.in2018(), BeautyInsider.in2020());

    @Nested
    class AMemberThroughTheYears {
        @Test
        void earnsByTheVersionThatIsInForce() {
            assertThat(shop.at("2017-11-03").buys("1000.00").earned()).isEqualTo(1_000);
            assertThat(shop.at("2018-08-23T23:59").buys("100.00").earned()).isEqualTo(100);
            assertThat(shop.at("2018-08-24").buys("100.00").earned()).isEqualTo(150);
            shop.at("2018-12-01").buys("800.00");
            assertThat(shop.at("2019-11-01").buys("1000.00").earned()).isEqualTo(1_500);
            assertThat(shop.at("2020-05-28T23:59").buys("100.00").earned()).isEqualTo(150);
            assertThat(shop.at("2020-05-29").buys("100.00").earned()).isEqualTo(100);
            assertThat(shop.at("2020-11-20").buys("100.00").earned()).isEqualTo(400);
        }

        @Test
        void keepsPointsAndTierWhenAVersionTakesOver() {
            shop.at("2018-01-20").buys("400.00");

            assertThat(shop.at("2018-08-24").points()).isEqualTo(400);
            assertThat(shop.tier()).isEqualTo("VIB");
            assertThat(shop.account().tier().until()).contains(LocalDate.parse("2019-12-31"));
            shop.buys("1.00");
            assertThat(shop.account().tier().until()).contains(LocalDate.parse("2019-12-31"));
            assertThat(shop.tier()).isEqualTo("VIB");
        }

        @Test
        void canSpendPointsOf2016OnTheRewardOf2020() {
            shop.at("2017-12-01").buys("600.00");
            shop.at("2019-03-01").buys("1.00");
            var order = shop.order(line("cream", "10.00")).redeem("cash-10");
            assertThat(shop.tries(order).refusal())
                    .contains(new Refusal.RewardNotOffered("cash-10", "the program has no such reward"));

            assertThat(shop.at("2020-05-29").buys(order).redeemed()).isEqualTo(500);
            assertThat(shop.points()).isEqualTo(101);
        }

        @Test
        void earnsWhatWasPromisedWhenAnOrderOfMayIsBookedInJune() {
            shop.at("2019-02-01").buys("1000.00");
            var order = shop.order(line("perfume", "100.00")).at(shop.instant("2020-05-28T20:00"));

            assertThat(shop.at("2020-06-02").buys(order).earned()).isEqualTo(150);
        }
    }

    @Nested
    class Tiers {
        @Test
        @DisplayName("S2: $350 reached on 15 January 2020 are VIB to the end of 2021")
        void areKeptToTheEndOfTheNextYear() {
            shop.at("2020-01-15T10:00").buys("349.99");
            assertThat(shop.tier()).isEqualTo("INSIDER");

            shop.buys("0.01");
            assertThat(shop.at("2021-12-31T23:59").tier()).isEqualTo("VIB");
            assertThat(shop.at("2022-01-01").tier()).isEqualTo("INSIDER");
        }

        @Test
        @DisplayName("S3: redeeming 500 points leaves the tier's progress alone")
        void countWhatIsPaidWithPoints() {
            shop.at("2020-06-01").buys("990.00");
            shop.buys(shop.order(line("soap", "10.00")).redeem("cash-10"));
            assertThat(shop.tier()).isEqualTo("ROUGE");
        }

        @Test
        @DisplayName("S4, S5: 1.5 x 100.00 and 1.5 x 33.33 are 150 and 49; in June 2020 they are 100 and 33")
        void multiplyUntilMay2020() {
            shop.at("2019-02-01").buys("1000.00");
            assertThat(shop.at("2020-05-01").buys("100.00").earned()).isEqualTo(150);
            assertThat(shop.buys("33.33").earned()).isEqualTo(49);
            assertThat(shop.at("2020-06-01").buys("100.00").earned()).isEqualTo(100);
            assertThat(shop.buys("33.33").earned()).isEqualTo(33);
        }

        @Test
        void earnTwiceThriceAndFourTimesInTheNovemberEvent() {
            shop.at("2020-11-20");
            assertThat(shop.serves("insider").buys("100.00").earned()).isEqualTo(200);
            shop.serves("vib").buys("350.00");
            assertThat(shop.buys("100.00").earned()).isEqualTo(300);
            shop.serves("rouge").buys("1000.00");
            assertThat(shop.buys("100.00").earned()).isEqualTo(400);
            assertThat(shop.at("2020-11-27").buys("100.00").earned()).isEqualTo(100);
        }
    }

    @Nested
    @DisplayName("S7: points expire")
    class Expiry {
        @Test
        void neverBeforeJuly2017AndThenAfter18Months() {
            shop.at("2016-09-01").buys("100.00");
            assertThat(shop.at("2019-01-09T23:59").points()).isEqualTo(100);
            assertThat(shop.at("2019-01-10").points()).isZero();
        }

        @Test
        void after18MonthsWithoutPurchaseIn2018() {
            shop.at("2018-09-01T12:00").buys("100.00");
            assertThat(shop.at("2020-03-01T23:59").points()).isEqualTo(100);
            assertThat(shop.at("2020-03-02").points()).isZero();
        }

        @Test
        void after12MonthsIn2020() {
            shop.at("2020-06-15T12:00").buys("100.00");
            assertThat(shop.at("2021-06-15T23:59").points()).isEqualTo(100);
            assertThat(shop.at("2021-06-16").points()).isZero();
        }

        @Test
        void notSoonerThanWasPromisedWhenTheProgramChanges() {
            shop.at("2020-03-01T12:00").buys("100.00");
            shop.at("2020-06-15T12:00").buys("10.00");

            assertThat(shop.at("2021-06-15T23:59").points()).isEqualTo(110);
            assertThat(shop.at("2021-09-01T23:59").points()).isEqualTo(110);
            assertThat(shop.at("2021-09-02").points()).isZero();
        }

        @Test
        void notWhileTheMemberBuysOrRedeems() {
            shop.at("2020-06-15T12:00").buys("600.00");
            shop.at("2021-06-01T12:00").buys(shop.order(line("soap", "10.00")).redeem("cash-10"));
            assertThat(shop.at("2022-06-01T23:59").points()).isEqualTo(100);
            assertThat(shop.at("2022-06-02").points()).isZero();
        }
    }

    @Nested
    class Rewards {
        @Test
        @DisplayName("X4: 500 points for $10 are refused at $9.99 and good at $10.00")
        void tenDollarsNeedAnOrderOfTen() {
            shop.at("2020-06-01").buys("500.00");

            assertThat(shop.tries(shop.order(line("soap", "9.99")).redeem("cash-10"))
                            .refusal())
                    .contains(new Refusal.OrderTooSmall("cash-10", Money.of("10.00", "USD"), Money.of("9.99", "USD")));
            assertThat(shop.buys(shop.order(line("soap", "10.00")).redeem("cash-10"))
                            .discount())
                    .contains(Money.of("10.00", "USD"));
        }

        @Test
        void aHundredDollarsAreForRougesAlone() {
            shop.at("2018-09-01").buys("400.00");
            shop.at("2019-09-01").buys("990.00");
            shop.at("2020-02-01").buys("990.00");
            var order = shop.order(line("perfume", "120.00")).redeem("rouge-100");
            assertThat(shop.tries(order).refusal()).contains(new Refusal.TierTooLow("rouge-100", "ROUGE", "VIB"));

            shop.buys("100.00");
            assertThat(shop.buys(order).redeemed()).isEqualTo(2_500);
        }
    }

    @Test
    @DisplayName("E5: neither gift cards nor tax nor shipping earn")
    void giftCardsTaxAndShippingEarnNothing() {
        shop.at("2016-09-01");
        var receipt = shop.buys(
                line("soap", "10.00"),
                line("card-50", "50.00").category("gift-card"),
                line("vat", "2.00").category("tax"),
                line("post", "4.00").category("shipping"));
        assertThat(receipt.earned()).isEqualTo(10);
    }

    @Nested
    class InTheMonthOfTheBirthday {
        @Test
        void thereIsAGiftOrPointsAndNotBoth() {
            shop.at("2020-06-01").tries(Member.of(shop.member()).birthday("06-20"));
            var gift = shop.order(line("cream", "30.00")).redeem("birthday-gift");

            assertThat(shop.buys(gift).rewards())
                    .extracting(reward -> reward.benefit().what())
                    .containsExactly("birthday-gift");
            assertThat(shop.tries(shop.order(line("cream", "30.00")).redeem("birthday-points"))
                            .refusal())
                    .contains(new TakenTooOften("birthday-points", "once per year"));
            assertThat(shop.at("2021-06-01")
                            .buys(shop.order(line("cream", "30.00")).redeem("birthday-points"))
                            .earned())
                    .isEqualTo(30 + 250);
        }

        @Test
        void andInNoOther() {
            shop.at("2020-05-31").tries(Member.of(shop.member()).birthday("06-20"));
            assertThat(shop.tries(shop.order(line("cream", "30.00")).redeem("birthday-gift"))
                            .refusal())
                    .isPresent();
        }
    }

    @Test
    void aRougeHasFreeShippingAndAVibHasNot() {
        shop.at("2020-06-01").buys("350.00");
        assertThat(shop.account().tier().has("early-access")).isTrue();
        assertThat(shop.account().tier().has("free-shipping")).isFalse();

        shop.buys("650.00");
        assertThat(shop.account().tier().has("free-shipping")).isTrue();
    }
}
