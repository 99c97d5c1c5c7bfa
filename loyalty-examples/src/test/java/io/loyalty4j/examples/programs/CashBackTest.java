package io.loyalty4j.examples.programs;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal.CurrencyNotAccepted;
import io.loyalty4j.shop.Refusal.InsufficientPoints;
import io.loyalty4j.testing.Done;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.When;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CashBackTest {
    private final LoyaltyScenario scenario = LoyaltyScenario.of(CashBack.program());
    private final When ana = scenario.when("ana");

    @AfterEach
    void theBooksAreSound() {
        Books.areSound(scenario, "ana");
    }

    private static OrderLine grocery(String price) {
        return line("groceries", price).category("grocery");
    }

    private Done buys(String price) {
        return ana.buys(line("goods", price));
    }

    @Nested
    @DisplayName("E3: percentages in points of a cent are cut")
    class Percentages {
        @Test
        void fourPercentOf289Dollars50() {
            buys("289.50").then().earned(1_158);
        }

        @Test
        void tenPercentOf149Dollars99OfGroceries() {
            ana.buys(grocery("149.99")).then().earned(1_499);
        }

        @Test
        void sixPercentWithTheOwnCard() {
            ana.with("paid-by", "own-card").buys(line("lamp", "50.00")).then().earned(300);
        }
    }

    @Nested
    class OfTheTwoExtras {
        @Test
        void anOrderHasTheOneThatGivesMore() {
            ana.with("paid-by", "own-card")
                    .buys(grocery("10.00"), line("lamp", "100.00"))
                    .then()
                    .awarded("four-percent", 440)
                    .awarded("six-by-card", 220)
                    .silent("ten-on-groceries");
        }

        @Test
        void theOtherOneComesInWhenTheMonthsLimitLeavesLittle() {
            ana.buys(grocery("240.00"));
            ana.with("paid-by", "own-card").buys(grocery("50.00")).then().earned(200 + 100);
        }

        @Test
        void theQuoteTellsWhichStoodBack() {
            ana.with("paid-by", "own-card")
                    .asksFor(grocery("50.00"))
                    .then()
                    .silent("six-by-card", "another of the group extra gives more");
        }
    }

    @Nested
    class TheExtraOnGroceries {
        @Test
        @DisplayName("E8: tells what it would have been and what the limit left")
        void keepsBothNumbers() {
            assertThat(ana.buys(grocery("300.00")).outcome().receipt().awards())
                    .extracting(Award::rule, Award::wanted, Award::points)
                    .containsExactlyInAnyOrder(
                            tuple("four-percent", 1_200L, 1_200L), tuple("ten-on-groceries", 1_800L, 1_500L));
        }

        @Test
        void isThereAgainInTheNextMonth() {
            ana.timeIs("2026-06-30T23:59");
            ana.buys(grocery("300.00")).then().earned(2_700);
            ana.buys(grocery("100.00")).then().earned(400);
            ana.timeIs("2026-07-01T00:00");
            ana.buys(grocery("100.00")).then().earned(1_000);
        }

        @Test
        void isFreeAgainWhenTheGroceriesComeBackWhole() {
            ana.order("A-1").buys(grocery("300.00"));
            ana.returns("A-1", "groceries", 1).then().available(0);
            ana.buys(grocery("100.00")).then().earned(1_000);
        }
    }

    @Nested
    class FiveDollars {
        private final OrderLine lamp = line("lamp", "20.00");

        @Test
        void costFiveHundredCents() {
            buys("125.00");
            ana.redeeming("cash-5")
                    .buys(lamp)
                    .then()
                    .discounted("5.00")
                    .earned(60)
                    .available(60);
        }

        @Test
        void canBeTakenTwiceInOneOrder() {
            buys("250.00");
            ana.redeeming("cash-5").redeeming("cash-5").buys(lamp).then().discounted("10.00");
        }

        @Test
        void cannotBeHadForACentLess() {
            buys("124.99").then().available(499);
            ana.redeeming("cash-5").buys(lamp).then().refused(new InsufficientPoints("cash-5", 500, 499));
        }
    }

    @Test
    @DisplayName("E7: euros are refused, never converted silently")
    void anotherCurrencyIsRefused() {
        ana.order("A-1")
                .currency("EUR")
                .buys(line("lamp", "20.00"))
                .then()
                .refused(new CurrencyNotAccepted("EUR", List.of("USD")));
    }
}
