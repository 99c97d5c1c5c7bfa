package io.loyalty4j.examples.programs;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.testing.Done;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import io.loyalty4j.testing.When;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PunchCardTest {
    private static final OrderLine LATTE = line("latte", "3.50").category("coffee");

    private final LoyaltyScenario scenario = LoyaltyScenario.of(PunchCard.program());
    private final When ana = scenario.when("ana");

    @AfterEach
    void theBooksAreSound() {
        Books.areSound(scenario, "ana");
    }

    private static boolean takeable(Done question, String reward) {
        return question.quote().reward(reward).orElseThrow().takeable();
    }

    @Nested
    class TheCoffeeCard {
        private Then drinks(int cups) {
            return ana.buys(LATTE.times(cups)).then();
        }

        private Done hasOneOnUs() {
            return ana.redeeming("free-coffee").buys(LATTE);
        }

        private void isFull(boolean full) {
            scenario.then("ana").vouchers("free-coffee", full ? 1 : 0);
            assertThat(takeable(ana.asksFor(LATTE), "free-coffee")).isEqualTo(full);
        }

        @Test
        void paysForTheTenthCoffee() {
            for (int cup = 1; cup <= 9; cup++) {
                isFull(false);
                drinks(1);
            }

            hasOneOnUs().then().discounted("3.50");
            isFull(false);
        }

        @Test
        void hasAStampForEachCup() {
            drinks(4).stamps("coffee-card", 4);
            drinks(4).stamps("coffee-card", 8);
            isFull(false);
            drinks(1);
            isFull(true);
        }

        @Test
        void tellsHowFullItIs() {
            drinks(4);
            ana.asksFor(LATTE).then().silent("coffee-card", "the card had 4 of 9 stamps and is not full");
        }

        @Test
        void hasNoStampForTheCoffeeThatIsOnUs() {
            drinks(9);
            hasOneOnUs().then().stamps("coffee-card", 0);
            ana.asksFor(LATTE).then().silent("coffee-card", "the card had 0 of 9 stamps and is not full");
        }

        @Test
        void isNotForTea() {
            ana.buys(line("tea", "3.00").times(9).category("tea")).then().stamps("coffee-card", 0);
            isFull(false);
        }

        @Test
        void takesItsCoffeeBackWithACupThatIsReturned() {
            ana.order("A-1").buys(LATTE.times(9)).and().returns("A-1", "latte", 1);
            isFull(false);

            drinks(1);
            isFull(true);
        }

        @Test
        void isNotFullAgainWithACupThatCameBackWhenItsCoffeeHadBeenDrunk() {
            ana.order("A-1").buys(LATTE.times(9));
            hasOneOnUs().and().returns("A-1", "latte", 1);
            drinks(1);
            isFull(false);
        }

        @Test
        void isGoodFor60Days() {
            drinks(9);
            ana.timePasses(Period.ofDays(59));
            hasOneOnUs().then().accepted();

            drinks(9);
            ana.timePasses(Period.ofDays(61));
            hasOneOnUs()
                    .then()
                    .refused(new Refusal.RewardNotOffered("free-coffee", "it takes a voucher, and there is none"));
        }

        @Test
        void paysForNothingElse() {
            drinks(9);
            ana.redeeming("free-coffee")
                    .buys(line("cake", "4.20").category("pastry"))
                    .then()
                    .refused(new Refusal.ConditionNotMet("free-coffee", "an order with category coffee"));
        }
    }

    @Nested
    class TheVisitCard {
        private final OrderLine croissant = line("croissant", "2.80").category("pastry");

        @Test
        void givesAPastryForFiveVisits() {
            for (int day = 1; day <= 5; day++) {
                assertThat(takeable(ana.asksFor(croissant), "free-pastry")).isFalse();
                ana.timePasses(Period.ofDays(1)).and().does("visit");
            }
            assertThat(takeable(ana.asksFor(croissant), "free-pastry")).isTrue();
        }

        @Test
        void countsOneVisitADay() {
            for (int time = 1; time <= 5; time++) {
                ana.does("visit");
            }
            assertThat(takeable(ana.asksFor(croissant), "free-pastry")).isFalse();
            scenario.then("ana").stamps("visit-card", 1);
        }
    }
}
