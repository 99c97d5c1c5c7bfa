package io.loyalty4j.shop;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency. It keeps the scale it was given, at least the currency's (a price may have three decimals), and never rounds by itself.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    /** An amount as a program's author writes it: zero or more, up to 12 digits and 6 decimals. */
    public static final String PATTERN = "\\d{1,12}(\\.\\d{1,6})?";

    public Money {
        int scale = Math.max(0, currency.getDefaultFractionDigits());
        amount = Decimals.reckonable(amount).stripTrailingZeros();
        amount = amount.scale() < scale ? amount.setScale(scale) : amount;
    }

    /**
     * An amount as it is written.
     *
     * @throws IllegalArgumentException if the amount is no plain number or the currency no ISO 4217 code
     */
    public static Money of(String amount, String currency) {
        return of(Decimals.parsed(amount), currency);
    }

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public static Money zero(String currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(other.sameCurrency(this).amount), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(other.sameCurrency(this).amount), currency);
    }

    /**
     * Compares amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.sameCurrency(this).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be reckoned together");
        }
        return this;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
