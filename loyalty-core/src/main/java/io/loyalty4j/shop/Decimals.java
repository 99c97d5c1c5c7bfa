package io.loyalty4j.shop;

import java.math.BigDecimal;

/** Reads amounts that people write down, and refuses what nobody can reckon with. */
final class Decimals {
    private static final int MOST_DIGITS = 100;

    private Decimals() {}

    static BigDecimal parsed(String text) {
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            throw new IllegalArgumentException("\"" + text + "\" is no plain amount such as 12.50");
        }
        return new BigDecimal(text);
    }

    /**
     * The amount, if it can be added to others: a thousand million digits cannot, and the check of it must not take for ever either.
     *
     * @throws IllegalArgumentException if it has more than a hundred digits before or after the point
     */
    static BigDecimal reckonable(BigDecimal amount) {
        if (amount.scale() > MOST_DIGITS || amount.precision() - (long) amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("an amount of more than " + MOST_DIGITS + " digits");
        }
        return amount;
    }
}
