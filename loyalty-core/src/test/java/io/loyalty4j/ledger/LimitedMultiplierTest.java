package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.Stacking;
import org.junit.jupiter.api.Test;

/** A multiplier with a limit beside another one: whichever falls by a return, nothing grows. */
class LimitedMultiplierTest {
    private static final ProgramBuilder BEST = Shop.aPointPerDollar()
            .earn(
                    "triple",
                    multiplier(3)
                            .when(anyLine(category("bonus")))
                            .atMostPoints(5)
                            .perOrder())
            .earn("twice", multiplier(2))
            .policy(Stacking.BEST);

    private static Shop bought(ProgramBuilder program) {
        Shop shop = Shop.with(program);
        Order order =
                shop.order("o-1", line("a", "50.00").times(2), line("b", "0.01").category("bonus"));
        shop.buys(order);
        return shop;
    }

    @Test
    void noOtherMultiplierTakesThePlaceOfTheBestOne() {
        Shop shop = bought(BEST);
        assertThat(shop.available()).isEqualTo(105);
        shop.returns("o-1", "b", 1);
        assertThat(shop.available()).isEqualTo(100);
    }

    @Test
    void returnsEndInOneStateWhateverTheirOrder() {
        Shop one = bought(BEST);
        one.returns("o-1", "b", 1);
        one.returns("o-1", "a", 1);
        Shop other = bought(BEST);
        other.returns("o-1", "a", 1);
        other.returns("o-1", "b", 1);
        assertThat(one.available()).isEqualTo(other.available()).isEqualTo(50);
    }

    @Test
    void countsItsBlocksByItself() {
        Shop shop = Shop.with(Shop.program()
                .earn("base", points(10).perWhole("10.00"))
                .earn("apples", multiplier(2).on(category("apple")))
                .earn(
                        "pears",
                        multiplier(2).on(category("pear")).atMostPoints(1).perOrder()));
        shop.buys(shop.order(
                "o-1",
                line("a", "9.00").category("apple"),
                line("p", "10.90").category("pear"),
                line("q", "0.10").times(9)));
        long bought = shop.available();
        shop.returns("o-1", "q", 9);
        assertThat(shop.available()).isLessThanOrEqualTo(bought);
        assertThat(bought).isEqualTo(20 + 1);
    }
}
