package io.loyalty4j.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final OrderLine SOAP =
            OrderLine.of("soap", "5.00").category("body").category("bath").with("a", "1");
    private static final OrderLine PIN = OrderLine.of("pin", "1.00").times(2);
    private static final Order ORDER = Order.of(Shop.ANA, "o-1").currency("USD").lines(List.of(SOAP, PIN));

    private static void same(Order one, Order other) {
        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
        assertThat(Fingerprint.of(one).difference(Fingerprint.of(other))).isEmpty();
    }

    private static void differIn(String field, Order one, Order other) {
        assertThat(Fingerprint.of(one).difference(Fingerprint.of(other))).contains(field);
        assertThat(Fingerprint.of(other).difference(Fingerprint.of(one))).contains(field);
    }

    @Nested
    class IsTheSame {
        @Test
        void inWhateverOrderLinesAndAttributesAreListed() {
            same(ORDER, Order.of(Shop.ANA, "o-1").currency("USD").lines(List.of(PIN, SOAP)));
            same(ORDER.with("x", "1").with("y", "2"), ORDER.with("y", "2").with("x", "1"));
            OrderLine other =
                    OrderLine.of("soap", "5.00").with("a", "1").category("bath").category("body");
            same(ORDER, Order.of(Shop.ANA, "o-1").currency("USD").lines(List.of(other, PIN)));
        }

        @Test
        void howeverNumbersAreWritten() {
            OrderLine other = OrderLine.of("soap", new BigDecimal("5"))
                    .category("body")
                    .category("bath")
                    .with("a", "1");
            same(ORDER, Order.of(Shop.ANA, "o-1").currency("USD").lines(List.of(other, PIN)));
            same(ORDER.less("1.0"), ORDER.less("1.00"));
        }

        @Test
        void whetherADefaultIsSaidOrNot() {
            same(ORDER, ORDER.less("0.00"));
            same(ORDER, ORDER.withoutRewards());
        }
    }

    @Nested
    class NamesTheFirstFieldThatDiffers {
        private Order with(OrderLine line) {
            return Order.of(Shop.ANA, "o-1").currency("USD").lines(List.of(line, PIN));
        }

        @Test
        void ofTheOrder() {
            differIn("discount", ORDER, ORDER.less("0.01"));
            differIn("currency", ORDER, ORDER.currency("EUR"));
            differIn("placed-at", ORDER, ORDER.at(Instant.EPOCH));
            differIn("redeem.0", ORDER, ORDER.redeem("cash-10"));
            differIn(
                    "redeem.1", ORDER.redeem("cash-10"), ORDER.redeem("cash-10").redeem("cash-10"));
            differIn("with.channel", ORDER, ORDER.with("channel", "app"));
        }

        @Test
        void ofALine() {
            differIn(
                    "line.soap.price",
                    ORDER,
                    with(OrderLine.of("soap", "5.01")
                            .category("body")
                            .category("bath")
                            .with("a", "1")));
            differIn("line.soap.quantity", ORDER, with(SOAP.times(2)));
            differIn("line.soap.discount", ORDER, with(SOAP.less("0.5")));
            differIn("line.soap.category.gift", ORDER, with(SOAP.category("gift")));
            differIn("line.soap.brand", ORDER, with(SOAP.brand("x")));
            differIn("line.soap.with.a", ORDER, with(SOAP.with("a", "2")));
            differIn(
                    "line.soap.sku",
                    with(SOAP),
                    with(new OrderLine(
                            "soap",
                            "other",
                            SOAP.price(),
                            1,
                            BigDecimal.ZERO,
                            SOAP.categories(),
                            SOAP.brand(),
                            SOAP.attributes())));
        }

        @Test
        void ofAReturnAndAnActivity() {
            Refund refund = Refund.of(ORDER, "rma").line("soap", 1);
            assertThat(Fingerprint.of(refund).difference(Fingerprint.of(refund.line("pin", 1))))
                    .contains("line.pin");
            Activity review = Activity.of(Shop.ANA, "review", "r");
            assertThat(Fingerprint.of(review).difference(Fingerprint.of(review.with("stars", 5))))
                    .contains("with.stars");
        }
    }

    @Test
    void wordsOfOneLineCannotPassForAnotherLines() {
        OrderLine plain = OrderLine.of("a", "1.00");
        OrderLine other = OrderLine.of("a.with.b", "5.00");
        Order one = Order.of(Shop.ANA, "o-1").currency("USD").lines(List.of(plain.with("b.price", "5"), other));
        Order two = Order.of(Shop.ANA, "o-1").currency("USD").lines(List.of(plain, other));
        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(two));
    }

    @Test
    void wordsCannotForgeALineOfTheText() {
        Order one = ORDER.with("x", "1\nwith.y=2");
        Order two = ORDER.with("x", "1").with("y", "2");
        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(two));
        assertThat(Fingerprint.of(ORDER.with("x=1", "2"))).isNotEqualTo(Fingerprint.of(ORDER.with("x", "1=2")));
    }

    @Test
    void anotherContentUnderAUsedIdIsAConflictThatNamesTheField() {
        Shop shop = Shop.with(Shop.aPointPerDollar());
        shop.buys("o-1", "10.00");

        assertThatThrownBy(() -> shop.tries(shop.order("o-1", Shop.line("goods", "11.00"))))
                .isInstanceOfSatisfying(ConflictingRequestException.class, conflict -> {
                    assertThat(conflict.requestId()).isEqualTo("order/o-1@1");
                    assertThat(conflict.differingField()).isEqualTo("line.goods.price");
                });
        assertThat(shop.available()).isEqualTo(10);
    }
}
