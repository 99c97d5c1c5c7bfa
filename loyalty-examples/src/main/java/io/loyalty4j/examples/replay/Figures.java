package io.loyalty4j.examples.replay;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as the report prints them: the same in every country, thousands set apart by a comma. */
final class Figures {
    private Figures() {}

    static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With all its decimals. */
    static String of(BigDecimal exact) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, exact.scale()) + "f", exact);
    }

    static String of(Money money) {
        return of(money.amount()) + " " + money.currency();
    }

    static String plural(long count, String one) {
        return of(count) + " " + one + (count == 1 ? "" : "s");
    }
}
