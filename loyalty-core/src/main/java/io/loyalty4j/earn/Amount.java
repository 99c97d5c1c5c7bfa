package io.loyalty4j.earn;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;

/** An amount as a program's author wrote it; whether it is one is said when the program is built. */
record Amount(String text) {
    boolean legal() {
        return text.matches(Money.PATTERN);
    }

    boolean positive() {
        return legal() && value().signum() > 0;
    }

    BigDecimal value() {
        return new BigDecimal(text);
    }
}
