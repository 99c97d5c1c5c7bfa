package io.loyalty4j.shop;

import java.math.BigDecimal;

/** Reads amounts that people write down. */
final class Decimals {
    private Decimals() {}

    static BigDecimal parsed(String text) {
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            throw new IllegalArgumentException("\"" + text + "\" is no plain amount such as 12.50");
        }
        return new BigDecimal(text);
    }
}
