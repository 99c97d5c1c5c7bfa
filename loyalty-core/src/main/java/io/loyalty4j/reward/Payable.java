package io.loyalty4j.reward;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * The goods that a reward can take something off.
 *
 * @param price before any reward
 * @param left what is left to pay of them
 */
public record Payable(BigDecimal price, BigDecimal left, Currency currency) {
    /** Decimals of the currency. */
    public int scale() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** In the currency. */
    public Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
