package io.loyalty4j.examples.programs;

import static io.loyalty4j.examples.programs.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CashBackTest {
    private final Shop shop = Shop.running(CashBack.program());

    private Receipt groceries(String price) {
        return shop.buys(line("groceries", price).category("grocery"));
    }

    @Nested
    @DisplayName("E3: percentages in points of a cent are cut")
    class Percentages {
        @Test
        void fourPercentOf289Dollars50() {
            assertThat(shop.buys("289.50").earned()).isEqualTo(1_158);
        }

        @Test
        void tenPercentOf149Dollars99OfGroceries() {
            assertThat(groceries("149.99").earned()).isEqualTo(1_499);
        }

        @Test
        void sixPercentWithTheOwnCard() {
            assertThat(shop.buys(shop.order(line("lamp", "50.00")).with("paid-by", "own-card"))
                            .earned())
                    .isEqualTo(300);
        }
    }

    @Nested
    class OfTheTwoExtras {
        @Test
        void anOrderHasTheOneThatGivesMore() {
            var order = shop.order(line("milk", "10.00").category("grocery"), line("lamp", "100.00"))
                    .with("paid-by", "own-card");
            assertThat(shop.buys(order).awards()).extracting(Award::rule).containsOnly("four-percent", "six-by-card");
        }

        @Test
        void theOtherOneComesInWhenTheMonthsLimitLeavesLittle() {
            groceries("240.00");
            var order = shop.order(line("ham", "50.00").category("grocery")).with("paid-by", "own-card");
            assertThat(shop.buys(order).earned()).isEqualTo(200 + 100);
        }

        @Test
        void theQuoteTellsWhichStoodBack() {
            var order = shop.order(line("ham", "50.00").category("grocery")).with("paid-by", "own-card");
            assertThat(shop.quote(order).silent())
                    .extracting("rule", "why")
                    .contains(tuple("six-by-card", "another of the group extra gives more"));
        }
    }

    @Nested
    class TheExtraOnGroceries {
        @Test
        @DisplayName("E8: tells what it would have been and what the limit left")
        void keepsBothNumbers() {
            assertThat(groceries("300.00").awards())
                    .extracting(Award::rule, Award::wanted, Award::points)
                    .containsExactlyInAnyOrder(
                            tuple("four-percent", 1_200L, 1_200L), tuple("ten-on-groceries", 1_800L, 1_500L));
        }

        @Test
        void isThereAgainInTheNextMonth() {
            shop.at("2026-06-30T23:59");
            assertThat(groceries("300.00").earned()).isEqualTo(2_700);
            assertThat(groceries("100.00").earned()).isEqualTo(400);
            shop.at("2026-07-01");
            assertThat(groceries("100.00").earned()).isEqualTo(1_000);
        }

        @Test
        void isFreeAgainWhenTheGroceriesComeBackWhole() {
            var order = shop.order(line("feast", "300.00").category("grocery"));
            shop.buys(order);
            shop.returns(order, "feast", 1);

            assertThat(shop.points()).isZero();
            assertThat(groceries("100.00").earned()).isEqualTo(1_000);
        }
    }

    @Nested
    class FiveDollars {
        @Test
        void costFiveHundredCents() {
            shop.buys("125.00");
            var receipt = shop.buys(shop.order(line("lamp", "20.00")).redeem("cash-5"));
            assertThat(receipt.discount()).contains(Money.of("5.00", "USD"));
            assertThat(receipt.earned()).as("on the 15.00 that were paid").isEqualTo(60);
            assertThat(shop.points()).isEqualTo(60);
        }

        @Test
        void canBeTakenTwiceInOneOrder() {
            shop.buys("250.00");
            assertThat(shop.buys(shop.order(line("lamp", "20.00"))
                                    .redeem("cash-5")
                                    .redeem("cash-5"))
                            .discount())
                    .contains(Money.of("10.00", "USD"));
        }

        @Test
        void cannotBeHadForACentLess() {
            shop.buys("124.99");
            assertThat(shop.points()).isEqualTo(499);
            assertThat(shop.tries(shop.order(line("lamp", "20.00")).redeem("cash-5"))
                            .refusal())
                    .contains(new Refusal.InsufficientPoints("cash-5", 500, 499));
        }
    }

    @Test
    @DisplayName("E7: euros are refused, never converted silently")
    void anotherCurrencyIsRefused() {
        assertThat(shop.tries(shop.order(line("lamp", "20.00")).currency("EUR")).refusal())
                .contains(new Refusal.CurrencyNotAccepted("EUR", List.of("USD")));
    }
}
