package io.loyalty4j.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Order;
import org.junit.jupiter.api.Test;

/** When the program changes from nine coffees to ten. */
class PunchCardVersionsTest {
    private final Shop shop = Shop.running(PunchCard.program(), PunchCard.withTen("2026-09-01"));

    private Order coffees(int cups) {
        return shop.order(Shop.line("latte", "3.50").times(cups).category("coffee"));
    }

    private boolean coffeeIsOnUs() {
        return shop.quote(coffees(1)).reward("free-coffee").orElseThrow().takeable();
    }

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
