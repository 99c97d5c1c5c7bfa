package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Money that comes back for goods that stay: a reduction of what was paid, spread over the lines. */
class ReductionTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .earn("big", points(50).perOrder().when(orderFrom("80.00")))
            .tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 95)));
    private int refunds;

    private Receipt reduces(Shop where, String order, String amount) {
        refunds++;
        return where.engine()
                .refund(Refund.of(where.order(order), "price-" + refunds).amount(amount))
                .receipt();
    }

    @Test
    void aReductionTakesBackWhatItsMoneyEarned() {
        shop.buys("A-1", line("a", "60.00"), line("b", "40.00"));
        assertThat(shop.account().tier().code()).isEqualTo("GOLD");

        assertThat(reduces(shop, "A-1", "10.00").revoked()).isEqualTo(10);

        assertThat(shop.account().available()).isEqualTo(140);
        assertThat(shop.account().tier().code()).isEqualTo("BASE");
    }

    @Test
    void aBonusWithAMinimumGoesWhenTheReductionGoesBelowIt() {
        shop.buys("A-1", "100.00");
        assertThat(reduces(shop, "A-1", "20.01").revoked()).isEqualTo(50 + 21);
    }

    @Test
    void reductionsAddUpHoweverTheyAreSplit() {
        Random random = new Random(20261122);
        for (int round = 0; round < 40; round++) {
            Shop split = Shop.with(aPointPerDollar());
            Shop whole = Shop.with(aPointPerDollar());
            for (Shop each : new Shop[] {split, whole}) {
                each.buys("A-1", line("a", "19.99").times(3), line("b", "0.05"), line("c", "7.77"));
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (int part = 0; part < 7; part++) {
                BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(900), 2);
                sum = sum.add(amount);
                reduces(split, "A-1", amount.toString());
            }
            reduces(whole, "A-1", sum.toString());
            assertThat(split.account().available()).isEqualTo(whole.account().available());
            assertThat(split.store().order(Shop.ANA, "A-1").orElseThrow().tally())
                    .isEqualTo(
                            whole.store().order(Shop.ANA, "A-1").orElseThrow().tally());
        }
    }

    @Test
    void goodsAndMoneyTogetherNeverTakeMoreThanAll() {
        shop.buys("A-1", line("a", "60.00").times(2), line("b", "40.00"));
        reduces(shop, "A-1", "30.00");
        shop.returns("A-1", "a", 2);
        assertThat(shop.account().available()).isEqualTo(40 - 8);
        shop.returns("A-1", "b", 1);
        assertThat(shop.account().available()).isZero();
        assertThat(reduces(shop, "A-1", "500.00").revoked()).isZero();
    }

    @Test
    void allOfThePriceBackIsTheOrderBack() {
        shop.buys("A-1", line("a", "60.00"), line("gift", "0.00"));
        reduces(shop, "A-1", "60.00");
        assertThat(shop.account().available()).isZero();
        assertThat(shop.store().order(Shop.ANA, "A-1").orElseThrow().state()).isEqualTo(OrderPosition.State.RETURNED);
        assertThat(shop.account().counters()).doesNotContainKey("orders");
    }

    @Test
    void aReductionBeforeItsOrderComesIntoForceWithIt() {
        reduces(shop, "A-1", "25.00");
        shop.buys("A-1", "100.00");
        assertThat(shop.account().available()).isEqualTo(75);
    }

    @Test
    void aReductionIsInTheOrdersCurrency() {
        Shop abroad = Shop.with(aPointPerDollar().alsoAccepts("EUR", "2"));
        abroad.buys(Order.of(Shop.ANA, "A-1").currency("EUR").line(line("a", "50.00")));
        assertThat(abroad.account().available()).isEqualTo(100);
        reduces(abroad, "A-1", "10.00");
        assertThat(abroad.account().available()).isEqualTo(80);
    }

    @Test
    void tiersThatAreKeptOnReturnsAreKeptOnReductions() {
        Shop kept = Shop.with(aPointPerDollar()
                .tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 95))
                .policy(TierOnReturn.KEPT));
        kept.buys("A-1", "100.00");
        reduces(kept, "A-1", "90.00");
        assertThat(kept.account().tier().code()).isEqualTo("GOLD");
    }

    @Test
    void aRefundOfNothingAndOneOfLessThanNothingAreInvalid() {
        Order order = shop.order("A-1");
        assertThatThrownBy(() -> shop.engine().refund(Refund.of(order, "r")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lines");
        assertThatThrownBy(() -> shop.engine().refund(Refund.of(order, "r").amount("-1.00")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("amount");
        assertThatThrownBy(() -> shop.engine().refund(Refund.of(order, "r").amount("0.00")))
                .isInstanceOf(InvalidInputException.class);
    }
}
