package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderCheckTest {
    private static final Order ORDER = Order.of(MemberId.of("ana"), "o-1").currency("USD");

    private static List<String> mistakes(Command command) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> InputCheck.valid(command));
        return refused == null
                ? List.of()
                : refused.violations().stream().map(Object::toString).toList();
    }

    private static List<String> mistakesOf(OrderLine line) {
        return mistakes(ORDER.line(line));
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsPath() {
        Order order = Order.of(MemberId.of("ana"), "o 1")
                .line(OrderLine.of("soap", "-1.00").times(0))
                .line(OrderLine.of("soap", "1.0000001").less("2.00"))
                .less("-3.00")
                .redeem("~x")
                .with("", "x");

        assertThat(mistakes(order))
                .containsExactly(
                        "attributes<K>[].<map key>: must be 1 to 128 visible characters or spaces",
                        "currency: is missing: an order with lines says in which currency they are",
                        "discount: must be at least 0",
                        "id: must be 1 to 64 printable ASCII characters without spaces, not beginning with ~",
                        "lines[0].price: must be at least 0",
                        "lines[0].quantity: must be at least 1",
                        "lines[1].discount: is more than the line costs",
                        "lines[1].id: is the id of an earlier line too; give each its own with id(..)",
                        "lines[1].price: may have at most 12 digits before the point and 6 after it",
                        "redemptions[0].reward: must be 1 to 64 printable ASCII characters without spaces, not beginning with ~");
    }

    @Nested
    class ALine {
        @Test
        void mayBeFree() {
            assertThat(mistakesOf(OrderLine.of("sample", "0.00"))).isEmpty();
            assertThat(mistakesOf(OrderLine.of("sample", "-0.00"))).isEmpty();
            assertThat(mistakesOf(OrderLine.of("soap", "5.00").times(2).less("10.00")))
                    .isEmpty();
        }

        @Test
        void costsNoLessThanNothing() {
            assertThat(mistakesOf(OrderLine.of("soap", "-0.01"))).containsExactly("lines[0].price: must be at least 0");
            assertThat(mistakesOf(OrderLine.of("soap", "1.00").less("-0.01")))
                    .containsExactly("lines[0].discount: must be at least 0");
            assertThat(mistakesOf(OrderLine.of("soap", "5.00").times(2).less("10.01")))
                    .containsExactly("lines[0].discount: is more than the line costs");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_001, Integer.MAX_VALUE})
        void hasOneToAMillionPieces(int pieces) {
            assertThat(mistakesOf(OrderLine.of("soap", "1.00").times(pieces))).hasSize(1);
            assertThat(mistakesOf(OrderLine.of("soap", "1.00").times(1_000_000)))
                    .isEmpty();
        }

        @Test
        void hasAPriceOfAtMostTwelveDigitsAndSixDecimals() {
            assertThat(mistakesOf(OrderLine.of("soap", "999999999999.999999"))).isEmpty();
            assertThat(mistakesOf(OrderLine.of("soap", "1000000000000"))).hasSize(1);
            assertThat(mistakesOf(OrderLine.of("soap", "0.0000001"))).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "abc", "1,50", "NaN", "1e5", " 1", "+1", ".5", "5.", "١"})
        void needsAPlainPrice(String price) {
            assertThatIllegalArgumentException().isThrownBy(() -> OrderLine.of("soap", price));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1E+2147483647", "1E+999999999", "1E-999999999", "-1E+999999999", "1E+101"})
        @Timeout(10)
        void ofAnAbsurdPriceOrDiscountIsImpossible(String text) {
            BigDecimal absurd = new BigDecimal(text);
            OrderLine soap = OrderLine.of("soap", "1.00");
            assertThatIllegalArgumentException().isThrownBy(() -> OrderLine.of("soap", absurd));
            assertThatIllegalArgumentException().isThrownBy(() -> soap.less(absurd));
            assertThatIllegalArgumentException().isThrownBy(() -> ORDER.less(absurd));
            assertThatIllegalArgumentException().isThrownBy(() -> Money.of(absurd, "USD"));
        }
    }

    @Nested
    class AnOrder {
        @Test
        void mayHaveNoLinesAndThenNeedsNoCurrency() {
            assertThat(mistakes(Order.of(MemberId.of("ana"), "o-1"))).isEmpty();
        }

        @Test
        void hasADiscountOfAtMostItsLines() {
            Order order = ORDER.line(OrderLine.of("soap", "5.00")).line(OrderLine.of("pin", "5.00"));
            assertThat(mistakes(order.less("10.00"))).isEmpty();
            assertThat(mistakes(order.less("10.01"))).containsExactly("discount: is more than the lines cost");
        }

        @Test
        void hasAtMostTenThousandLines() {
            List<OrderLine> lines = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                lines.add(OrderLine.of("soap", "1.00").id("l-" + i));
            }
            assertThat(mistakes(ORDER.lines(lines))).isEmpty();
            assertThat(mistakes(ORDER.lines(lines).line(OrderLine.of("one", "1.00"))))
                    .containsExactly("lines: must have at least 0 and at most 10000 entries");
        }

        @Test
        void withALineThatIsMissingIsRefused() {
            assertThat(mistakes(ORDER.line(null))).containsExactly("lines[0].<list element>: must not be missing");
        }

        @Test
        void isDatedInWholeMilliseconds() {
            assertThat(ORDER.at(Instant.parse("2026-11-21T12:00:00.123456789Z")).placedAt())
                    .contains(Instant.parse("2026-11-21T12:00:00.123Z"));
        }
    }

    @Nested
    class AReturn {
        private final Refund refund = Refund.of(ORDER, "rma");

        @Test
        void hasLinesOfOneToAMillionPieces() {
            assertThat(mistakes(refund)).hasSize(1);
            assertThat(mistakes(refund.line("soap", 0))).containsExactly("lines[0].quantity: must be at least 1");
            assertThat(mistakes(refund.line("soap", -1))).hasSize(1);
            assertThat(mistakes(refund.line("soap", 1_000_001))).hasSize(1);
            assertThat(mistakes(refund.line("soap", 1))).isEmpty();
        }

        @Test
        void ofALineNamedTwiceIsAddedUp() {
            assertThat(refund.line("soap", 1).line("soap", 2).quantities()).containsEntry("soap", 3);
        }

        @Test
        void neverCountsOver() {
            Refund many = refund;
            for (int i = 0; i < 3_000; i++) {
                many = many.line("soap", 1_000_000);
            }
            assertThat(many.quantities().get("soap")).isPositive();
        }
    }
}
