package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifetimeValueTest {
    /** 50.00 an order, 4 orders a year, of which 30 percent stay: 60.00 a year. */
    private static final LifetimeValue VALUE =
            new LifetimeValue(Money.of("50.00", "EUR"), new BigDecimal("4"), new BigDecimal("0.30"));

    private static Optional<Money> euros(String amount) {
        return Optional.of(Money.of(amount, "EUR"));
    }

    private static BigDecimal share(String share) {
        return new BigDecimal(share);
    }

    @Test
    void isTheMarginOfAPeriodForAsManyPeriodsAsTheyStay() {
        assertThat(VALUE.perPeriod()).isEqualTo(Money.of("60.00", "EUR"));
        assertThat(VALUE.untilTheyLeave(new Share(1, 4))).isEqualTo(euros("240.00"));
        assertThat(VALUE.untilTheyLeave(new Share(3, 7))).isEqualTo(euros("140.00"));
        assertThat(VALUE.untilTheyLeave(new Share(4, 4))).isEqualTo(euros("60.00"));
        assertThat(VALUE.untilTheyLeave(new Share(0, 4))).isEmpty();
    }

    /** 60 x 0.75 / (1 + 0.10 - 0.75) = 128.571.. */
    @Test
    void discountedItIsThatOfThePeriodsToCome() {
        assertThat(VALUE.discounted(new Share(3, 4), share("0.10"))).isEqualTo(euros("128.57"));
        assertThat(VALUE.discounted(new Share(0, 4), share("0.10"))).isEqualTo(euros("0.00"));
        assertThat(VALUE.discounted(new Share(4, 4), share("0.10"))).isEqualTo(euros("600.00"));
        assertThat(VALUE.discounted(new Share(4, 4), share("0"))).isEmpty();
        assertThat(VALUE.discounted(new Share(0, 0), share("0.10"))).isEmpty();
    }

    @Test
    void theTwoDifferByThePresentPeriodWhereNothingIsDiscounted() {
        for (int left = 1; left <= 4; left++) {
            Money now = VALUE.untilTheyLeave(new Share(left, 4)).orElseThrow();
            Money toCome = VALUE.discounted(new Share(4 - left, 4), share("0")).orElseThrow();
            assertThat(now.minus(toCome)).isEqualTo(VALUE.perPeriod());
        }
    }

    @Test
    void ofAPeriodItTakesTheFiguresAsTheyAreShown() {
        Buying year = new Buying(10, 3, 2, 7, Money.of("100.00", "EUR"));
        assertThat(LifetimeValue.of(year, share("0.5")))
                .contains(new LifetimeValue(Money.of("14.29", "EUR"), share("2.3333"), share("0.5")));
        assertThat(LifetimeValue.of(new Buying(10, 0, 0, 0, Money.zero("EUR")), share("0.5")))
                .isEmpty();
    }

    @Test
    void impossibleFiguresAreRefused() {
        Money fifty = Money.of("50.00", "EUR");
        assertThatThrownBy(() -> new LifetimeValue(fifty, share("-1"), share("0.3")))
                .hasMessageContaining("-1 orders");
        assertThatThrownBy(() -> new LifetimeValue(fifty, share("1"), share("1.3")))
                .hasMessageContaining("1.3 is no share");
        assertThatThrownBy(() -> new LifetimeValue(Money.of(share("-5"), "EUR"), share("1"), share("0.3")))
                .hasMessageContaining("orders of -5.00 EUR");
        assertThatThrownBy(() -> VALUE.discounted(new Share(1, 2), share("-0.1")))
                .hasMessageContaining("a discount of -0.1");
    }
}
