package io.loyalty4j.reward;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.ledger.Shop.program;
import static io.loyalty4j.reward.Reward.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.PointsNotAccepted;
import io.loyalty4j.shop.RewardRefusal.TakenTooOften;
import io.loyalty4j.shop.StatusChange;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Points as money. X1 and X2 are the published clamps of Setono's loyalty plugin. */
class PaymentTest {
    private static Money yen(long amount) {
        return Money.of(Long.toString(amount), "JPY");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Nested
    class KnownAnswers {
        private final Shop shop = Shop.with(program()
                .currency("JPY")
                .earn("visit", points(1).perUnit("points").forActivity("visit"))
                .reward("pay", payment(1, "1").minimum(500).upToPercentOfOrder(50)));

        private void has(long points) {
            shop.engine()
                    .record(Activity.of(Shop.ANA, "visit", "v").with("points", points))
                    .receipt();
        }

        @Test
        @DisplayName("X1 asked 1000, balance 5000, order 10000: 1000")
        void takesWhatIsAsked() {
            has(5_000);
            Order order = shop.order("o", line("a", "10000"));

            assertThat(shop.engine().quote(order).reward("pay").orElseThrow().most())
                    .isEqualTo(5_000);
            Receipt receipt = shop.buys(order.redeem("pay", 1_000));
            assertThat(receipt.discount()).contains(yen(1_000));
            assertThat(receipt.redeemed()).isEqualTo(1_000);
        }

        @Test
        @DisplayName("X1 balance 700: the offer's most is 700, asking 1000 is refused with both numbers")
        void offersWhatIsThere() {
            has(700);
            Order order = shop.order("o", line("a", "10000"));

            assertThat(shop.engine().quote(order).reward("pay").orElseThrow().most())
                    .isEqualTo(700);
            assertThat(shop.tries(order.redeem("pay", 1_000)).refusal())
                    .contains(new Refusal.InsufficientPoints("pay", 1_000, 700));
        }

        @Test
        @DisplayName("X2 asked 400, minimum 500: 0, with the reason")
        void keepsTheMinimum() {
            has(5_000);

            assertThat(shop.tries(shop.order("o", line("a", "10000")).redeem("pay", 400))
                            .refusal())
                    .contains(new PointsNotAccepted("pay", 400, 500, 5_000, 1));
            assertThat(shop.available()).isEqualTo(5_000);
        }

        @Test
        void halfOfTheOrderIsTheMost() {
            has(5_000);
            Order order = shop.order("o", line("a", "3001"));

            assertThat(shop.engine().quote(order).reward("pay").orElseThrow().most())
                    .isEqualTo(1_500);
            assertThat(shop.tries(order.redeem("pay", 1_501)).refusal())
                    .contains(new PointsNotAccepted("pay", 1_501, 500, 1_500, 1));
        }

        @Test
        void anOrderThatIsTooSmallForTheMinimumIsToldWhatItNeeds() {
            has(5_000);

            assertThat(shop.tries(shop.order("o", line("a", "999")).redeem("pay", 500))
                            .refusal())
                    .contains(new Refusal.OrderTooSmall("pay", yen(1_000), yen(999)));
        }
    }

    private final Shop shop = Shop.with(aPointPerDollar()
            .reward("pay", payment(100, "1.00").inStepsOf(50).maximum(600))
            .reward("scent", payment(3, "0.02").on(category("fragrance"))));

    PaymentTest() {
        shop.buys("earned", "1000.00");
    }

    private Order order() {
        return shop.order("o", line("a", "60.00").times(2), line("b", "30.00").category("fragrance"));
    }

    @Test
    void goesInStepsUpToAMaximum() {
        assertThat(shop.engine().quote(order()).reward("pay").orElseThrow()).satisfies(offer -> {
            assertThat(offer.points()).isEqualTo(50);
            assertThat(offer.most()).isEqualTo(600);
            assertThat(offer.step()).isEqualTo(50);
            assertThat(offer.worth()).isEqualTo(usd("6.00"));
        });
        assertThat(shop.tries(order().redeem("pay", 120)).refusal())
                .contains(new PointsNotAccepted("pay", 120, 50, 600, 50));
        assertThat(shop.tries(order().redeem("pay", 650)).refusal())
                .contains(new PointsNotAccepted("pay", 650, 50, 600, 50));
        assertThat(shop.buys(order().redeem("pay", 150)).discount()).contains(usd("1.50"));
    }

    @Test
    void hasTheSmallestStepThatIsWholeCents() {
        assertThat(shop.engine().quote(order()).reward("scent").orElseThrow().step())
                .isEqualTo(3);
        assertThat(shop.tries(order().redeem("scent", 4)).refusal())
                .contains(new PointsNotAccepted("scent", 4, 3, 4_500, 3));
    }

    @Test
    void paysForEligibleLinesAlone() {
        Receipt receipt = shop.buys(order().redeem("scent", 300));

        assertThat(receipt.discountOf("b")).contains(usd("2.00"));
        assertThat(receipt.discountOf("a")).contains(usd("0.00"));
        assertThat(receipt.earned()).isEqualTo(148);
    }

    @Test
    void hasAMostForAnyRateAndPrice() {
        Shop dear = Shop.with(aPointPerDollar().reward("pay", payment(Long.MAX_VALUE, "0.01")));

        assertThat(dear.engine()
                        .quote(dear.order("o", line("a", "60.00")))
                        .reward("pay")
                        .orElseThrow()
                        .takeable())
                .isFalse();
    }

    @Test
    void isMadeOncePerOrder() {
        assertThat(shop.tries(order().redeem("pay", 600).redeem("pay", 50)).refusal())
                .contains(new TakenTooOften("pay", "once per order"));
    }

    @Test
    void comesBackLineByLine() {
        shop.buys(order().redeem("pay", 600));

        assertThat(shop.returns("o", "a", 1).restored()).isEqualTo(240);
        assertThat(shop.returns("o", "b", 1).restored()).isEqualTo(120);
        assertThat(shop.returns("o", "a", 1).restored()).isEqualTo(240);
        assertThat(shop.available()).isEqualTo(1_000);
    }

    @Nested
    class Reserved {
        @Test
        void isCapturedInPartAndTheRestFreed() {
            shop.reserves(order().redeem("pay", 600));
            Receipt receipt = shop.buys(order().redeem("pay", 200));

            assertThat(receipt.redeemed()).isEqualTo(200);
            assertThat(receipt.discount()).contains(usd("2.00"));
            assertThat(shop.account().held()).isZero();
            assertThat(shop.available()).isEqualTo(800 + receipt.earned());
        }

        @Test
        void isCapturedInWholeCents() {
            shop.reserves(order().redeem("scent", 300));

            assertThat(shop.tries(order().redeem("scent", 100)).refusal())
                    .contains(new PointsNotAccepted("scent", 100, 3, 300, 3));
            assertThat(shop.buys(order().redeem("scent", 99)).discount()).contains(usd("0.66"));
        }

        @Test
        void isCapturedWhereThePriceIsFinerThanACent() {
            Shop third =
                    Shop.with(aPointPerDollar().reward("pay", payment(1, "1.00").upToPercentOfOrder(33)));
            third.buys("earned", "1000.00");
            Order order = third.order("o", line("a", "15.155")).redeem("pay", 5);
            third.reserves(order).receipt();

            assertThat(third.buys(order).discount()).contains(usd("5.00"));
        }

        @Test
        void isCapturedPartByPart() {
            shop.reserves(order().redeem("pay", 600));
            shop.buys(order().redeem("pay", 200).keepingHolds());
            assertThat(shop.account().held()).isEqualTo(400);

            Receipt rest = shop.buys(order().redeem("pay", 600).revision(2));

            assertThat(rest.discount()).contains(usd("6.00"));
            assertThat(shop.account().held()).isZero();
            assertThat(shop.journal().order("o").orElseThrow().redeemed()
                            - shop.journal().order("o").orElseThrow().restored())
                    .isEqualTo(600);
        }

        @Test
        void canBeRaisedWhenItIsPaid() {
            shop.reserves(order().redeem("pay", 200));
            Receipt receipt = shop.buys(order().redeem("pay", 600));

            assertThat(receipt.redeemed()).isEqualTo(600);
            assertThat(receipt.discount()).contains(usd("6.00"));
        }

        @Test
        void isAllThatAFrozenAccountPaysWith() {
            shop.reserves(order().redeem("pay", 200));
            shop.says(StatusChange.freeze(Shop.ANA, "f").by("agent").because("chargeback"));

            assertThat(shop.tries(order().redeem("pay", 600)).refusal()).contains(new Refusal.AccountBlocked("FROZEN"));
            assertThat(shop.tries(order().redeem("pay", 150)).receipt().redeemed())
                    .isEqualTo(150);
        }

        @Test
        void isNotRaisedBeyondWhatIsThere() {
            shop.reserves(order().redeem("pay", 200));
            shop.buys(shop.order("p", line("b", "70.00").category("fragrance")).redeem("scent", 600));
            shop.cancels("earned");

            assertThat(shop.tries(order().redeem("pay", 600)).refusal())
                    .contains(new Refusal.InsufficientPoints("pay", 600, 200));
            assertThat(shop.account().held()).isEqualTo(200);
        }

        @Test
        void isChangedByAnotherReservation() {
            shop.reserves(order().redeem("pay", 600));
            shop.reserves(order().redeem("pay", 50));
            assertThat(shop.account().held()).isEqualTo(50);
            assertThat(shop.account().holds()).hasSize(1);
        }

        @Test
        void timesOutAndIsTakenAgain() {
            shop.reserves(order().redeem("pay", 600));
            shop.passes(Duration.ofHours(5));

            assertThat(shop.buys(order().redeem("pay", 600)).redeemed()).isEqualTo(600);
        }

        @Test
        void staysWithinItsPartOfTheOrderThatIsPaid() {
            Shop half =
                    Shop.with(aPointPerDollar().reward("pay", payment(1, "1.00").upToPercentOfOrder(50)));
            half.buys("earned", "1000.00");
            half.reserves(half.order("o", line("a", "100.00")).redeem("pay", 50));

            assertThat(half.tries(half.order("o", line("a", "60.00")).redeem("pay", 50))
                            .refusal())
                    .contains(new Refusal.OrderTooSmall("pay", usd("100.00"), usd("60.00")));
        }
    }
}
