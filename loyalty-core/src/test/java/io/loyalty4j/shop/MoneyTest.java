package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "12.5,    USD, 12.50 USD",
        "12.5000, USD, 12.50 USD",
        "1.255,   GBP, 1.255 GBP",
        "100,     JPY, 100 JPY",
        "1.5,     JPY, 1.5 JPY",
        "0.1,     KWD, 0.100 KWD",
        "0,       USD, 0.00 USD",
        "-3.1,    USD, -3.10 USD"
    })
    void isWrittenWithAtLeastTheCurrencysDecimals(String amount, String currency, String text) {
        assertThat(Money.of(amount, currency)).hasToString(text);
    }

    @Test
    void ofOneAmountIsEqualHoweverItWasWritten() {
        assertThat(Money.of("10", "USD"))
                .isEqualTo(Money.of("10.000", "USD"))
                .hasSameHashCodeAs(Money.of(new BigDecimal("1E+1"), "USD"));
        assertThat(Money.zero("USD")).isEqualTo(Money.of("-0.00", "USD"));
    }

    @Test
    void addsAndSubtractsExactly() {
        assertThat(Money.of("0.10", "USD").plus(Money.of("0.205", "USD"))).isEqualTo(Money.of("0.305", "USD"));
        assertThat(Money.of("0.10", "USD").minus(Money.of("0.30", "USD"))).isEqualTo(Money.of("-0.20", "USD"));
        assertThat(Money.of("2", "USD")).isGreaterThan(Money.of("1.99", "USD"));
    }

    @Test
    void ofTwoCurrenciesIsNotReckonedTogether() {
        Money dollar = Money.of("1", "USD");
        Money euro = Money.of("1", "EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> dollar.plus(euro)).withMessageContaining("EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> dollar.minus(euro));
        assertThatIllegalArgumentException().isThrownBy(() -> dollar.compareTo(euro));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12,50", "NaN", "Infinity", "0x10", "1e400000000"})
    void needsAPlainNumber(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "DOLLAR", "U$D"})
    void needsACurrency(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", currency));
    }
}
