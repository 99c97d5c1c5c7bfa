package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.brand;
import static io.loyalty4j.earn.Conditions.lineIs;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import org.junit.jupiter.api.Test;

class LineConditionTest {
    private static long earned(Condition<OrderLine> lines) {
        return Shop.with(Shop.program().earn("rule", points(1).per("1.00").on(lines)))
                .buys(
                        "o-1",
                        line("tea", "10.00").with("fair-trade", "yes").brand("Leaf"),
                        line("coffee", "7.00").with("fair-trade", "no"),
                        line("mug", "5.00"))
                .earned();
    }

    @Test
    void anAttributeMustHaveTheValue() {
        assertThat(earned(lineIs("fair-trade", "yes"))).isEqualTo(10);
        assertThat(earned(lineIs("fair-trade", "no"))).isEqualTo(7);
        assertThat(earned(lineIs("fair-trade", "perhaps"))).isZero();
    }

    @Test
    void aLineWithoutABrandIsOfNone() {
        assertThat(earned(brand("Leaf", "Bean"))).isEqualTo(10);
        assertThat(earned(brand("Leaf").negate())).isEqualTo(12);
    }
}
