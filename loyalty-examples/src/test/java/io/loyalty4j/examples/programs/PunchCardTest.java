package io.loyalty4j.examples.programs;

import static io.loyalty4j.examples.programs.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PunchCardTest {
    private final Shop shop = Shop.running(PunchCard.program(), PunchCard.withTen("2026-09-01"));

    private Order coffees(int cups) {
        return shop.order(line("latte", "3.50").times(cups).category("coffee"));
    }

    private boolean coffeeIsOnUs() {
        return shop.quote(coffees(1)).reward("free-coffee").orElseThrow().takeable();
    }

    private String coffeeCard() {
        return shop.quote(coffees(1)).silent().stream()
                .filter(silence -> silence.rule().equals("coffee-card"))
                .map(silence -> silence.why())
                .findFirst()
                .orElse("full");
    }

    @Nested
    class TheCoffeeCard {
        @Test
        void paysForTheTenthCoffee() {
            for (int cup = 1; cup <= 9; cup++) {
                assertThat(coffeeIsOnUs()).as("before cup " + cup).isFalse();
                shop.buys(coffees(1));
            }

            assertThat(shop.buys(coffees(1).redeem("free-coffee")).discount()).contains(Money.of("3.50", "EUR"));
            assertThat(coffeeIsOnUs()).isFalse();
        }

        @Test
        void hasAStampForEachCup() {
            shop.buys(coffees(4));
            shop.buys(coffees(4));
            assertThat(coffeeIsOnUs()).isFalse();
            shop.buys(coffees(1));
            assertThat(coffeeIsOnUs()).isTrue();
        }

        @Test
        void tellsHowFullItIs() {
            shop.buys(coffees(4));
            assertThat(coffeeCard()).isEqualTo("the card had 4 of 9 stamps and is not full");
        }

        @Test
        void hasNoStampForTheCoffeeThatIsOnUs() {
            shop.buys(coffees(9));
            shop.buys(coffees(1).redeem("free-coffee"));
            assertThat(coffeeCard()).isEqualTo("the card had 0 of 9 stamps and is not full");
        }

        @Test
        void isNotForTea() {
            shop.buys(line("tea", "3.00").times(9).category("tea"));
            assertThat(coffeeIsOnUs()).isFalse();
        }

        @Test
        void takesItsCoffeeBackWithACupThatIsReturned() {
            Order round = coffees(9);
            shop.buys(round);
            shop.returns(round, "latte", 1);
            assertThat(coffeeIsOnUs()).isFalse();

            shop.buys(coffees(1));
            assertThat(coffeeIsOnUs()).isTrue();
        }

        @Test
        void isNotFullAgainWithACupThatCameBackWhenItsCoffeeHadBeenDrunk() {
            Order round = coffees(9);
            shop.buys(round);
            shop.buys(coffees(1).redeem("free-coffee"));
            shop.returns(round, "latte", 1);
            shop.buys(coffees(1));
            assertThat(coffeeIsOnUs()).isFalse();
        }

        @Test
        void isGoodFor60Days() {
            shop.buys(coffees(9));
            assertThat(shop.passes(Period.ofDays(59))
                            .tries(coffees(1).redeem("free-coffee"))
                            .refusal())
                    .isEmpty();

            shop.buys(coffees(9));
            assertThat(shop.passes(Period.ofDays(61))
                            .tries(coffees(1).redeem("free-coffee"))
                            .refusal())
                    .contains(new Refusal.RewardNotOffered("free-coffee", "it takes a voucher, and there is none"));
        }

        @Test
        void paysForNothingElse() {
            shop.buys(coffees(9));
            assertThat(shop.tries(shop.order(line("cake", "4.20").category("pastry"))
                                    .redeem("free-coffee"))
                            .refusal())
                    .contains(new Refusal.ConditionNotMet("free-coffee", "an order with category coffee"));
        }
    }

    @Nested
    class WhenTheProgramChangesToTenCoffees {
        @Test
        void theOpenCardIsStillFullWithNine() {
            shop.at("2026-08-31T18:00").buys(coffees(6));
            shop.at("2026-09-01T08:00").buys(coffees(3));
            assertThat(coffeeIsOnUs()).isTrue();
        }

        @Test
        void theNextCardNeedsTen() {
            shop.at("2026-08-31T18:00").buys(coffees(6));
            shop.at("2026-09-01T08:00").buys(coffees(3));
            shop.buys(coffees(1).redeem("free-coffee"));
            shop.buys(coffees(9));
            assertThat(coffeeIsOnUs()).isFalse();
            shop.buys(coffees(1));
            assertThat(coffeeIsOnUs()).isTrue();
        }

        @Test
        void aVoucherOfBeforeIsStillGood() {
            shop.at("2026-08-31T18:00").buys(coffees(9));
            assertThat(shop.at("2026-09-01T08:00")
                            .tries(coffees(1).redeem("free-coffee"))
                            .refusal())
                    .isEmpty();
        }
    }

    @Nested
    class TheVisitCard {
        private boolean pastryIsOnUs() {
            Order order = shop.order(line("croissant", "2.80").category("pastry"));
            return shop.quote(order).reward("free-pastry").orElseThrow().takeable();
        }

        @Test
        void givesAPastryForFiveVisits() {
            for (int day = 1; day <= 5; day++) {
                assertThat(pastryIsOnUs()).isFalse();
                shop.passes(Period.ofDays(1)).does("visit");
            }
            assertThat(pastryIsOnUs()).isTrue();
        }

        @Test
        void countsOneVisitADay() {
            for (int time = 1; time <= 5; time++) {
                shop.does("visit");
            }
            assertThat(pastryIsOnUs()).isFalse();
        }
    }
}
