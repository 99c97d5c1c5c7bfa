package io.loyalty4j.examples.programs;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.earn.Award;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.RewardRefusal.PointsNotAccepted;
import io.loyalty4j.testing.Done;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import io.loyalty4j.testing.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SupermarketTest {
    private static final OrderLine CEREAL = line("4006381333931", "1.50");

    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(Supermarket.program()).at("2026-03-31T23:59");
    private final When ana = scenario.when("ana");

    @AfterEach
    void theBooksAreSound() {
        Books.areSound(scenario, "ana");
    }

    private static OrderLine dairy(String price) {
        return line("milk", price).category("dairy");
    }

    private When on(String date) {
        return ana.timeIs(date).and();
    }

    private Then at(String date) {
        return ana.timeIs(date).then();
    }

    private Done buys(String price) {
        return ana.buys(line("goods", price));
    }

    private Then returnsBottles(int bottles) {
        return ana.does("bottle-return", "bottles", bottles).then();
    }

    @Nested
    class TheLaunchInMarch {
        @Test
        void gives500ForTheFirstOrder() {
            buys("20.00").then().earned(10 + 500);
            buys("20.00").then().earned(10);
            ana.timeIs("2026-04-01T00:00")
                    .and("ben")
                    .buys(line("goods", "20.00"))
                    .then()
                    .earned(10);
        }

        @Test
        void endsWhenAMillionHasBeenGiven() {
            LoyaltyEngine till = scenario.engine();
            for (int member = 1; member <= 2_000; member++) {
                till.purchase(Order.of(MemberId.of("m-" + member), "A-" + member)
                        .currency("EUR")
                        .line(line("bread", "2.00")));
            }
            ana.asksFor(line("bread", "2.00"))
                    .then()
                    .silent("launch-budget", "at most 1000000 points in all for all members, and that has been given");
            buys("2.00").then().earned(1);
        }
    }

    @Nested
    class Lines {
        @Test
        @DisplayName("E2: whole blocks of 2.00: 7.00 give 3, the remainder is dropped")
        void earnForEachWhole2() {
            on("2026-06-01");
            buys("7.00").then().earned(3);
        }

        @Test
        @DisplayName("E4: three lines of 1.50 give nothing, cut line by line")
        void areCutOneByOne() {
            on("2026-06-01")
                    .buys(line("a", "1.50"), line("b", "1.50"), line("c", "1.50"))
                    .then()
                    .earned(0);
        }

        @Test
        void ofTobaccoGiftCardsAndDepositEarnNothing() {
            on("2026-06-01")
                    .buys(
                            line("cigarettes", "8.00").category("tobacco"),
                            line("card", "50.00").category("gift-card"),
                            line("crate", "3.30").category("deposit"),
                            line("beer", "12.00"))
                    .then()
                    .earned(6);
        }
    }

    @Nested
    class Dairy {
        @Test
        void earnsTwiceOnTuesdays() {
            on("2026-06-01T23:59").buys(dairy("20.00")).then().earned(10);
            on("2026-06-02T00:00").buys(dairy("20.00")).then().earned(20);
            on("2026-06-03T00:00").buys(dairy("20.00")).then().earned(10);
        }

        @Test
        void hasTheBetterOfTuesdayAndOrganic() {
            OrderLine organic = dairy("20.00").category("organic");
            on("2026-06-01").buys(organic).then().earned(15);
            on("2026-06-02").buys(organic).then().earned(20);
        }

        @Test
        void ofStudentsHasTheBestFactorAlone() {
            scenario.given("ana").with("segment", "student");
            on("2026-06-02")
                    .buys(dairy("20.00"), line("bread", "20.00"))
                    .then()
                    .awarded("base", "milk", 10)
                    .awarded("dairy-tuesday", "milk", 10)
                    .awarded("base", "bread", 10)
                    .awarded("students", "bread", 1)
                    .earned(31);
        }
    }

    @Nested
    class BigBaskets {
        @Test
        void earnFiftyMoreFourTimesAMonth() {
            on("2026-06-01");
            for (int basket = 1; basket <= 4; basket++) {
                buys("80.00").then().earned(40 + 50);
            }
            buys("80.00").then().earned(40);
            on("2026-07-01T00:00");
            buys("80.00").then().earned(40 + 50);
        }

        @Test
        void sayWhatIsMissing() {
            assertThat(on("2026-06-01").asksFor(line("food", "67.50")).quote().hints())
                    .extracting(Object::toString)
                    .contains("12.50 EUR more for 50 points");
        }

        @Test
        void thatShrinkByAReturnLoseTheFifty() {
            on("2026-06-01")
                    .order("A-1")
                    .buys(line("wine", "10.00").times(8))
                    .then()
                    .pending(90);
            ana.returns("A-1", "wine", 1).then().pending(35);
        }
    }

    @Nested
    class TheNewCereal {
        @Test
        void earnsTwentyAPackUpToFivePacks() {
            on("2026-06-01").buys(CEREAL.times(2)).then().earned(1 + 40);
            assertThat(ana.buys(CEREAL.times(9)).outcome().receipt().awards())
                    .extracting(Award::rule, Award::wanted, Award::points)
                    .contains(tuple("new-cereal", 180L, 100L));
        }

        @Test
        void keepsItsPointsWhileFivePacksAreKept() {
            on("2026-06-01").order("A-1").buys(CEREAL.times(9));
            ana.returns("A-1", CEREAL.id(), 4).then().pending(3 + 100);
            ana.returns("A-1", CEREAL.id(), 1).then().pending(3 + 80);
        }
    }

    @Nested
    class Bottles {
        @Test
        void areAPointEachUpToFortyADay() {
            on("2026-06-01");
            returnsBottles(24).earned(24);
            returnsBottles(24).earned(16);
            returnsBottles(24).earned(0);
            on("2026-06-02T00:00");
            returnsBottles(24).earned(24).available(0);
        }
    }

    @Nested
    class Points {
        @Test
        void canBeUsedAfterTwoWeeks() {
            on("2026-06-01T17:00").buys(line("oven", "1000.00"));
            at("2026-06-15T16:59").available(0);
            at("2026-06-15T17:00").available(550);
        }

        @Test
        void areGoodForThreeYearsToTheMonthsEnd() {
            on("2026-06-01").buys(line("oven", "1000.00"));
            at("2029-06-30T23:59").available(550);
            at("2029-07-01T00:00").available(0);
        }

        @Test
        void areAtMost5000AMonth() {
            on("2026-06-01");
            buys("9000.00").then().earned(4_550);
            buys("9000.00").then().earned(450);
            buys("9000.00").then().earned(0);
            on("2026-07-01T00:00");
            buys("100.00").then().earned(100);
        }

        @Test
        void thatWereSpentAreNotOwedWhenTheGoodsComeBack() {
            on("2026-06-01").order("A-1").buys(line("oven", "1000.00"));
            on("2026-06-20").redeeming("pay", 500).buys(line("food", "10.00"));

            Done back = ana.returns("A-1", "oven", 1);
            assertThat(back.outcome().receipt().shortfall()).isPositive();
            back.then().inDebt(0);
        }
    }

    @Nested
    class AtTheTill {
        private final OrderLine basket = line("food", "15.00");

        @Test
        void pointsPayForHalfOfTheBasketInWholeEuros() {
            on("2026-06-01").buys(line("oven", "1000.00"));
            at("2026-06-20").available(550);

            assertThat(ana.asksFor(basket).quote().reward("pay").orElseThrow())
                    .extracting(RewardOffer::points, RewardOffer::most, RewardOffer::step)
                    .containsExactly(500L, 500L, 100L);
            ana.redeeming("pay", 500).buys(basket).then().discounted("5.00");
        }

        @Test
        void fewerThan500AreTooFew() {
            on("2026-06-01").buys(line("stool", "100.00"));

            on("2026-06-20")
                    .redeeming("pay", 100)
                    .buys(basket)
                    .then()
                    .refused(new PointsNotAccepted("pay", 100, 500, 700, 100));
        }
    }

    @Test
    void theCoffeeCardIsFullWithNine() {
        ana.buys(line("coffee", "2.20").times(9).category("coffee-to-go"))
                .then()
                .vouchers("free-coffee", 1);
        assertThat(ana.redeeming("free-coffee").buys().outcome().receipt().rewards())
                .extracting(reward -> reward.benefit().describe())
                .containsExactly("a gift, COFFEE-M");
    }
}
