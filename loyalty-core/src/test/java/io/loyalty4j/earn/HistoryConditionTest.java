package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.daysSinceLastOrder;
import static io.loyalty4j.earn.Conditions.everyNthOrder;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.nthOrder;
import static io.loyalty4j.earn.Conditions.ordersFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Condition;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryConditionTest {
    /** The numbers of the first twelve orders for which a condition holds. */
    private static List<Long> orders(Condition<Occasion> condition) {
        return LongStream.rangeClosed(1, 12)
                .filter(number -> condition.test(Visit.on("2026-11-21").after(number - 1)))
                .boxed()
                .toList();
    }

    private static boolean holdsForAnActivity(Condition<Occasion> condition, long earlierOrders) {
        return condition.test(Visit.on("2026-11-21").after(earlierOrders).withoutOrder());
    }

    @Nested
    class TheNumberOfAnOrder {
        @Test
        void isOneInALife() {
            assertThat(orders(firstOrder())).containsExactly(1L);
            assertThat(orders(nthOrder(3))).containsExactly(3L);
        }

        @Test
        void comesBackEveryNth() {
            assertThat(orders(everyNthOrder(5))).containsExactly(5L, 10L);
            assertThat(orders(everyNthOrder(1))).hasSize(12);
        }

        @Test
        void isThatOfNoActivity() {
            assertThat(holdsForAnActivity(nthOrder(3), 2)).isFalse();
            assertThat(holdsForAnActivity(everyNthOrder(3), 2)).isFalse();
        }

        @Test
        void isGivenAgainIfTheOrderIsReturnedWhole() {
            Shop shop = Shop.with(Shop.program().earn("x", points(10).perOrder().when(nthOrder(2))));
            assertThat(shop.buys("o-1", "1.00").earned()).isZero();
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(10);
            shop.returns("o-2", "goods", 1);
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(10);
            assertThat(shop.buys("o-4", "1.00").earned()).isZero();
        }
    }

    @Nested
    class OrdersBefore {
        @Test
        void mustBeSoManyOrMore() {
            assertThat(orders(ordersFrom(10))).containsExactly(11L, 12L);
        }

        @Test
        void countForAnActivityToo() {
            assertThat(holdsForAnActivity(ordersFrom(2), 2)).isTrue();
            assertThat(holdsForAnActivity(ordersFrom(2), 1)).isFalse();
        }
    }

    @Nested
    class DaysSinceTheLastOrder {
        private static boolean holds(String last, String now) {
            return daysSinceLastOrder(30).test(Visit.on(now).lastOrdered(last));
        }

        @Test
        void areDaysOfTheCalendarNotHours() {
            assertThat(holds("2026-10-22T23:59:59.999", "2026-11-21T00:00")).isTrue();
            assertThat(holds("2026-10-22T00:00", "2026-11-20T23:59:59.999")).isFalse();
        }

        @Test
        void areTheProgramsAlsoWhereTheClocksChangeBetween() {
            assertThat(holds("2026-10-10T00:30", "2026-11-08T12:00")).isFalse();
            assertThat(holds("2026-10-09T23:30", "2026-11-08T12:00")).isTrue();
        }

        @Test
        void areNoneForWhoNeverOrderedOrOrderedLater() {
            assertThat(daysSinceLastOrder(1).test(Visit.on("2026-11-21"))).isFalse();
            assertThat(daysSinceLastOrder(1).test(Visit.on("2026-11-21").lastOrdered("2026-12-21")))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, the 2nd order",
        "3, the 3rd order",
        "4, the 4th order",
        "11, the 11th order",
        "12, the 12th order",
        "13, the 13th order",
        "21, the 21st order",
        "111, the 111th order"
    })
    void anOrderIsNamedByItsNumber(int n, String words) {
        assertThat(nthOrder(n).describe()).isEqualTo(words);
    }

    @Test
    void eachSaysWhatItAsks() {
        assertThat(firstOrder().describe()).isEqualTo("the first order");
        assertThat(everyNthOrder(10).describe()).isEqualTo("every 10th order");
        assertThat(everyNthOrder(1).describe()).isEqualTo("any order");
        assertThat(ordersFrom(3).describe()).isEqualTo("3 or more orders before");
        assertThat(daysSinceLastOrder(30).describe()).isEqualTo("30 or more days since the last order");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void numbersBelowOneAreMistakes(int n) {
        assertThat(ConditionMistakes.of(nthOrder(n))).containsExactly("earn[x].when: there is no order number " + n);
        assertThat(ConditionMistakes.of(everyNthOrder(n)))
                .containsExactly("earn[x].when: there is no order in every " + n);
        assertThat(ConditionMistakes.of(ordersFrom(n)))
                .containsExactly("earn[x].when: " + n + " orders are not more than 0");
        assertThat(ConditionMistakes.of(daysSinceLastOrder(n)))
                .containsExactly("earn[x].when: " + n + " days are not more than 0");
    }
}
