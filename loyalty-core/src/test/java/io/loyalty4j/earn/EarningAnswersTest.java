package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What others publish about earning; the numbers are those of the known answers. */
class EarningAnswersTest {
    private static long earned(EarnRule rule, String price) {
        return Shop.with(Shop.program().earn("rule", rule)).buys("o-1", price).earned();
    }

    @Test
    @DisplayName("E1: 1 point per whole $10, spend $105: 10")
    void wholeTens() {
        assertThat(earned(points(1).perWhole("10"), "105.00")).isEqualTo(10);
    }

    @Test
    @DisplayName("E2: 10 points per whole $2.00, order $7.00: 30, the remainder is dropped")
    void theRemainderOfABlockIsDropped() {
        assertThat(earned(points(10).perWhole("2.00"), "7.00")).isEqualTo(30);
    }

    @Nested
    @DisplayName("E3: percentages in points of a cent are cut")
    class PercentagesAreCut {
        @Test
        void fourPercentOf289Dollars50() {
            assertThat(earned(points(4).per("1.00"), "289.50")).isEqualTo(1158);
        }

        @Test
        void tenPercentOf149Dollars99() {
            assertThat(earned(points(10).per("1.00"), "149.99")).isEqualTo(1499);
        }

        @Test
        void onePercentOf127Dollars43Doubled() {
            Shop shop = Shop.with(aPointPerDollar().earn("double", multiplier(2)));
            assertThat(shop.buys("o-1", "127.43").earned()).isEqualTo(254);
        }
    }

    @Nested
    @DisplayName("E4: three lines of $0.50 at 1 point per $")
    class ThreeSmallLines {
        private long earned(Policy.Rounding rounding) {
            return Shop.with(aPointPerDollar().policy(rounding))
                    .buys("o-1", line("a", "0.50"), line("b", "0.50"), line("c", "0.50"))
                    .earned();
        }

        @Test
        void cutPerOrderTheyGive1() {
            assertThat(earned(Policy.Rounding.FLOOR_PER_ORDER)).isEqualTo(1);
        }

        @Test
        void cutPerLineTheyGive0() {
            assertThat(earned(Policy.Rounding.FLOOR_PER_LINE)).isZero();
        }
    }

    @Nested
    @DisplayName("E5: no points on gift cards, tax or shipping")
    class WhatDoesNotEarn {
        private final Shop shop = Shop.with(aPointPerDollar().excluding(category("gift-card", "tax", "shipping")));

        @Test
        void onlyTheGoodsEarn() {
            assertThat(shop.buys(
                                    "o-1",
                                    line("soap", "10.00"),
                                    line("card", "50.00").category("gift-card"),
                                    line("vat", "2.00").category("tax"),
                                    line("post", "4.00").category("shipping"))
                            .awards())
                    .extracting(Award::line, Award::points)
                    .containsExactly(tuple(Optional.of("soap"), 10L));
        }

        @Test
        void anOrderOfGiftCardsAloneEarnsNothing() {
            assertThat(shop.buys("o-1", line("card", "50.00").category("gift-card"))
                            .earned())
                    .isZero();
        }
    }

    @Nested
    @DisplayName("E6: an order of $100 of which $50 is paid with points, 1 point per $")
    class HalfPaidWithPoints {
        private long earned(Policy.EarnOnPointsPaid policy) {
            Shop shop = Shop.with(aPointPerDollar()
                    .reward("fifty-off", discount("50.00").costs(5_000))
                    .policy(policy));
            shop.buys("earlier", "5000.00");
            return shop.buys(shop.order("o-1", line("goods", "100.00")).redeem("fifty-off"))
                    .earned();
        }

        @Test
        void earns50() {
            assertThat(earned(Policy.EarnOnPointsPaid.NO)).isEqualTo(50);
        }

        @Test
        void earns100WhereTheShopSaysSo() {
            assertThat(earned(Policy.EarnOnPointsPaid.YES)).isEqualTo(100);
        }
    }

    @Test
    @DisplayName("E7: a currency without a declared rate is refused, never converted silently")
    void anotherCurrencyIsRefused() {
        Shop shop = Shop.with(aPointPerDollar());
        Order order = Order.of(Shop.ANA, "o-1").currency("ZAR").line(line("goods", "1700.00"));

        assertThat(shop.tries(order).refusal()).contains(new Refusal.CurrencyNotAccepted("ZAR", List.of("USD")));
        assertThat(shop.engine().quote(order).refusal())
                .contains(new Refusal.CurrencyNotAccepted("ZAR", List.of("USD")));
        assertThat(shop.engine().reserve(order).refusal()).isPresent();
        assertThat(shop.journal().postings()).isEmpty();
    }
}
