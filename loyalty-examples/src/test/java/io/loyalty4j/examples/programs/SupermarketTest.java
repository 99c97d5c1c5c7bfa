package io.loyalty4j.examples.programs;

import static io.loyalty4j.examples.programs.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.RewardRefusal.PointsNotAccepted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SupermarketTest {
    private static final OrderLine CEREAL = line("4006381333931", "1.50");

    private final Shop shop = Shop.running(Supermarket.program()).at("2026-06-01T17:00");

    private static OrderLine dairy(String price) {
        return line("milk", price).category("dairy");
    }

    private Receipt returnsBottles(int bottles) {
        return shop.tries(shop.activity("bottle-return").with("bottles", bottles))
                .receipt();
    }

    @Nested
    class Lines {
        @Test
        @DisplayName("E2: whole blocks of 2.00: 7.00 give 3, the remainder is dropped")
        void earnForEachWhole2() {
            assertThat(shop.buys("7.00").earned()).isEqualTo(3);
        }

        @Test
        @DisplayName("E4: three lines of 1.50 give nothing, cut line by line")
        void areCutOneByOne() {
            assertThat(shop.buys(line("a", "1.50"), line("b", "1.50"), line("c", "1.50"))
                            .earned())
                    .isZero();
        }

        @Test
        void ofTobaccoGiftCardsAndDepositEarnNothing() {
            assertThat(shop.buys(
                                    line("cigarettes", "8.00").category("tobacco"),
                                    line("card", "50.00").category("gift-card"),
                                    line("crate", "3.30").category("deposit"),
                                    line("beer", "12.00"))
                            .earned())
                    .isEqualTo(6);
        }
    }

    @Nested
    class Dairy {
        @Test
        void earnsTwiceOnTuesdays() {
            assertThat(shop.at("2026-06-01T23:59").buys(dairy("20.00")).earned())
                    .isEqualTo(10);
            assertThat(shop.at("2026-06-02T00:00").buys(dairy("20.00")).earned())
                    .isEqualTo(20);
            assertThat(shop.at("2026-06-03T00:00").buys(dairy("20.00")).earned())
                    .isEqualTo(10);
        }

        @Test
        void hasTheBetterOfTuesdayAndOrganic() {
            OrderLine organic = dairy("20.00").category("organic");
            assertThat(shop.buys(organic).earned()).isEqualTo(15);
            assertThat(shop.at("2026-06-02").buys(organic).earned()).isEqualTo(20);
        }

        @Test
        void ofStudentsHasTheBestFactorAlone() {
            shop.tries(Member.of(shop.member()).with("segment", "student"));
            assertThat(shop.at("2026-06-02")
                            .buys(dairy("20.00"), line("bread", "20.00"))
                            .awards())
                    .extracting(Award::rule, award -> award.line().orElseThrow(), Award::points)
                    .containsExactlyInAnyOrder(
                            tuple("base", "milk", 10L),
                            tuple("dairy-tuesday", "milk", 10L),
                            tuple("base", "bread", 10L),
                            tuple("students", "bread", 1L));
        }
    }

    @Nested
    class BigBaskets {
        @Test
        void earnFiftyMoreFourTimesAMonth() {
            for (int basket = 1; basket <= 4; basket++) {
                assertThat(shop.buys("80.00").earned()).isEqualTo(40 + 50);
            }
            assertThat(shop.buys("80.00").earned()).isEqualTo(40);
            assertThat(shop.at("2026-07-01").buys("80.00").earned()).isEqualTo(40 + 50);
        }

        @Test
        void sayWhatIsMissing() {
            assertThat(shop.quote(shop.order(line("food", "67.50"))).hints())
                    .extracting(Object::toString)
                    .contains("12.50 EUR more for 50 points");
        }

        @Test
        void thatShrinkByAReturnLoseTheFifty() {
            Order order = shop.order(line("wine", "10.00").times(8));
            shop.buys(order);
            shop.returns(order, "wine", 1);
            assertThat(shop.account().pending()).isEqualTo(35);
        }
    }

    @Nested
    class TheNewCereal {
        @Test
        void earnsTwentyAPackUpToFivePacks() {
            assertThat(shop.buys(CEREAL.times(2)).earned()).isEqualTo(1 + 40);
            assertThat(shop.buys(CEREAL.times(9)).awards())
                    .extracting(Award::rule, Award::wanted, Award::points)
                    .contains(tuple("new-cereal", 180L, 100L));
        }

        @Test
        void keepsItsPointsWhileFivePacksAreKept() {
            Order order = shop.order(CEREAL.times(9));
            shop.buys(order);
            shop.returns(order, CEREAL.id(), 4);
            assertThat(shop.account().pending()).isEqualTo(3 + 100);
            shop.returns(order, CEREAL.id(), 1);
            assertThat(shop.account().pending()).isEqualTo(3 + 80);
        }
    }

    @Nested
    class Bottles {
        @Test
        void areAPointEachUpToFortyADay() {
            assertThat(returnsBottles(24).earned()).isEqualTo(24);
            assertThat(returnsBottles(24).earned()).isEqualTo(16);
            assertThat(returnsBottles(24).earned()).isZero();
            assertThat(shop.at("2026-06-02").points()).isZero();
            assertThat(returnsBottles(24).earned()).isEqualTo(24);
        }
    }

    @Nested
    class TheLaunchInMarch {
        @Test
        void gives500ForTheFirstOrder() {
            assertThat(shop.at("2026-03-31T23:59").buys("20.00").earned()).isEqualTo(10 + 500);
            assertThat(shop.buys("20.00").earned()).isEqualTo(10);
            assertThat(shop.serves("ben").at("2026-04-01").buys("20.00").earned())
                    .isEqualTo(10);
        }

        @Test
        void endsWhenAMillionHasBeenGiven() {
            shop.at("2026-03-02");
            for (int member = 1; member <= 2_000; member++) {
                shop.serves("m-" + member).buys("2.00");
            }
            assertThat(shop.serves("late")
                            .quote(shop.order(line("bread", "2.00")))
                            .silent())
                    .extracting("rule", "why")
                    .contains(tuple(
                            "launch-budget", "at most 1000000 points in all for all members, and that has been given"));
            assertThat(shop.buys("2.00").earned()).isEqualTo(1);
        }
    }

    @Nested
    class Points {
        @Test
        void canBeUsedAfterTwoWeeks() {
            shop.buys("1000.00");
            assertThat(shop.at("2026-06-15T16:59").points()).isZero();
            assertThat(shop.at("2026-06-15T17:00").points()).isEqualTo(550);
        }

        @Test
        void areGoodForThreeYearsToTheMonthsEnd() {
            shop.buys("1000.00");
            assertThat(shop.at("2029-06-30T23:59").points()).isEqualTo(550);
            assertThat(shop.at("2029-07-01").points()).isZero();
        }

        @Test
        void areAtMost5000AMonth() {
            assertThat(shop.buys("9000.00").earned()).isEqualTo(4_550);
            assertThat(shop.buys("9000.00").earned()).isEqualTo(450);
            assertThat(shop.buys("9000.00").earned()).isZero();
            assertThat(shop.at("2026-07-01").buys("100.00").earned()).isEqualTo(100);
        }

        @Test
        void thatWereSpentAreNotOwedWhenTheGoodsComeBack() {
            Order order = shop.order(line("oven", "1000.00"));
            shop.buys(order);
            shop.at("2026-06-20").buys(shop.order(line("food", "10.00")).redeem("pay", 500));

            Receipt back = shop.returns(order, "oven", 1);
            assertThat(back.shortfall()).isPositive();
            assertThat(shop.account().debt()).isZero();
        }
    }

    @Nested
    class AtTheTill {
        private final Order basket = shop.order(line("food", "15.00"));

        @Test
        void pointsPayForHalfOfTheBasketInWholeEuros() {
            shop.buys("1000.00");
            shop.at("2026-06-20");
            assertThat(shop.points()).isEqualTo(550);

            assertThat(shop.quote(basket).reward("pay").orElseThrow())
                    .extracting(RewardOffer::points, RewardOffer::most, RewardOffer::step)
                    .containsExactly(500L, 500L, 100L);
            assertThat(shop.buys(basket.redeem("pay", 500)).discount()).contains(Money.of("5.00", "EUR"));
        }

        @Test
        void fewerThan500AreTooFew() {
            shop.buys("100.00");
            shop.at("2026-06-20");

            assertThat(shop.tries(basket.redeem("pay", 100)).refusal())
                    .contains(new PointsNotAccepted("pay", 100, 500, 700, 100));
        }
    }

    @Test
    void theCoffeeCardIsFullWithNine() {
        shop.buys(line("coffee", "2.20").times(9).category("coffee-to-go"));
        Receipt tenth = shop.buys(shop.order().redeem("free-coffee"));
        assertThat(tenth.rewards())
                .extracting(reward -> reward.benefit().describe())
                .containsExactly("a gift, COFFEE-M");
    }
}
