package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class CustomerValueTest {
    private static final CustomerValue CDNOW = new CustomerValue(
            new BgNbd(0.243, 4.414, 0.793, 2.426), new GammaGamma(6.25, 3.74, 15.44), Currency.getInstance("USD"));
    private static final Repeats TWICE = new Repeats(2, 213, 272);
    private static final RepeatSpend MEANWHILE = new RepeatSpend(2, new BigDecimal("22.35"));

    private static Money discounted(String yearly) {
        return CDNOW.discounted(TWICE, MEANWHILE, 39, new BigDecimal(yearly));
    }

    /** B2 and G1: 1.226 orders of 24.66. */
    @Test
    void isOrdersTimesTheirAmountToTheCent() {
        assertThat(CDNOW.expected(TWICE, MEANWHILE, 39)).isEqualTo(Money.of("30.24", "USD"));
        assertThat(CDNOW.expected(TWICE, MEANWHILE, 0)).isEqualTo(Money.of("0.00", "USD"));
        CustomerValue yen = new CustomerValue(CDNOW.orders(), CDNOW.spending(), Currency.getInstance("JPY"));
        assertThat(yen.expected(TWICE, MEANWHILE, 39)).isEqualTo(Money.of("30", "JPY"));
    }

    /** Orders come evenly at first, after 19.5 weeks on average, and so a little less than {@code 30.24 / 1.10 ^ (19.5 / 52.18)}. */
    @Test
    void discountedIsLessByTheTimeUntilAnOrder() {
        assertThat(discounted("0")).isEqualTo(Money.of("30.24", "USD"));
        assertThat(discounted("0.10").amount().doubleValue())
                .isCloseTo(30.24 * Math.pow(1.1, -19.5 / 52.18), within(0.1));
        assertThat(discounted("0.20")).isLessThan(discounted("0.10"));
        assertThatThrownBy(() -> discounted("-0.1")).hasMessageContaining("a discount of -0.1");
    }

    /** P(alive) is 0.7266: for 30.24 that are expected, 11.38 more are lost. */
    @Test
    void atStakeIsWhatIsMissingFromWhatTheyWouldSpendIfTheyWereThere() {
        assertThat(CDNOW.atStake(TWICE, MEANWHILE, 39)).isEqualTo(Money.of("11.38", "USD"));
        assertThat(CDNOW.atStake(new Repeats(0, 0, 272), RepeatSpend.NONE, 39)).isEqualTo(Money.of("0.00", "USD"));
    }
}
