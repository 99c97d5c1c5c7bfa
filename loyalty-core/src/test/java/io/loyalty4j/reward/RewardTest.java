package io.loyalty4j.reward;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RewardTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .excluding(category("gift-card"))
            .tiers(TierLadder.bySpend().base("BASE").tier("TOP", 10_000))
            .reward("ten", discount("10.00").costs(500).when(orderFrom("10.00")))
            .reward("scent", discount("1.00").costs(1).when(anyLine(category("fragrance"))))
            .reward("top", discount("1.00").costs(1).when(inTier("TOP")))
            .reward("june", discount("1.00").costs(1).from("2026-06-01").through("2026-06-30"))
            .reward("dear", discount("1.00").costs(5_000)));

    @BeforeEach
    void hasThousandPoints() {
        shop.at("2026-07-01").buys("earned", "1000.00");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Nested
    class TakenOff {
        private final Order order = shop.order("o-1", line("a", "10.00"), line("b", "10.00"), line("c", "10.00"))
                .redeem("ten");

        @Test
        void isSpreadOverTheLinesToTheCent() {
            Receipt receipt = shop.buys(order);
            assertThat(receipt.discount()).contains(usd("10.00"));
            assertThat(receipt.discountOf("a")).contains(usd("3.34"));
            assertThat(receipt.discountOf("b")).contains(usd("3.33"));
            assertThat(receipt.discountOf("c")).contains(usd("3.33"));
            assertThat(receipt.discountOf("z")).contains(usd("0.00"));
        }

        @Test
        void isQuotedAsItIsBooked() {
            Quote quote = shop.engine().quote(order);
            assertThat(quote.toPay()).isEqualTo(usd("20.00"));
            assertThat(quote.discount()).isEqualTo(usd("10.00"));
            assertThat(quote.discountOf("a")).isEqualTo(usd("3.34"));
        }

        @Test
        void leavesExcludedLinesAlone() {
            Order mixed = shop.order(
                            "o-2", line("a", "10.00"), line("card", "50.00").category("gift-card"))
                    .redeem("ten");
            assertThat(shop.buys(mixed).discountOf("card")).contains(usd("0.00"));
            Order cards = shop.order("o-3", line("card", "50.00").category("gift-card"))
                    .redeem("ten");
            assertThat(shop.tries(cards).refusal())
                    .contains(new Refusal.OrderTooSmall("ten", usd("10.00"), usd("0.00")));
        }

        @Test
        void twiceNeedsTwiceTheOrder() {
            assertThat(shop.tries(shop.order("o-2", line("a", "19.99"))
                                    .redeem("ten")
                                    .redeem("ten"))
                            .refusal())
                    .contains(new Refusal.OrderTooSmall("ten", usd("10.00"), usd("9.99")));
            assertThat(shop.buys(shop.order("o-3", line("a", "20.00"))
                                    .redeem("ten")
                                    .redeem("ten"))
                            .discount())
                    .contains(usd("20.00"));
        }
    }

    @Nested
    class Offered {
        private Optional<Refusal> why(String reward) {
            return shop.engine()
                    .quote(shop.order("o-1", line("a", "10.00")))
                    .reward(reward)
                    .orElseThrow()
                    .refusal();
        }

        @Test
        void isWithTheReasonWhyNot() {
            assertThat(why("ten")).isEmpty();
            assertThat(why("scent")).contains(new Refusal.ConditionNotMet("scent", "an order with category fragrance"));
            assertThat(why("top")).contains(new Refusal.TierTooLow("top", "TOP", "BASE"));
            assertThat(why("june")).contains(new Refusal.RewardNotOffered("june", "it ended 2026-06-30"));
            assertThat(why("dear")).contains(new Refusal.InsufficientPoints("dear", 5_000, 1_000));
        }

        @Test
        void isAsIfTheOrderRedeemedNothingElse() {
            Quote quote =
                    shop.engine().quote(shop.order("o-1", line("a", "10.00")).redeem("ten"));
            assertThat(quote.reward("ten").orElseThrow().takeable()).isTrue();
        }

        @Test
        void writesNothing() {
            int before = shop.journal().postings().size();
            shop.engine().quote(shop.order("o-1", line("a", "10.00")).redeem("ten"));
            assertThat(shop.journal().postings()).hasSize(before);
        }
    }

    @Test
    void whatWasReservedInTimeIsCapturedAfterTheSeason() {
        Shop june = Shop.with(aPointPerDollar()
                        .reward("june", discount("1.00").costs(1).through("2026-06-30")))
                .at("2026-06-30T23:30");
        june.buys("earned", "1.00");
        Order order = june.order("o-1", line("a", "10.00")).redeem("june");
        june.reserves(order);
        assertThat(june.at("2026-07-01").buys(order).redeemed()).isEqualTo(1);
    }
}
