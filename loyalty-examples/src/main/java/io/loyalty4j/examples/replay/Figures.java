package io.loyalty4j.examples.replay;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as the report prints them: the same in every country, thousands set apart by a comma. */
public final class Figures {
    private Figures() {}

    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With all its decimals. */
    public static String of(BigDecimal exact) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, exact.scale()) + "f", exact);
    }

    public static String of(Money money) {
        return of(money.amount()) + " " + money.currency();
    }

    public static String plural(long count, String one) {
        return of(count) + " " + one + (count == 1 ? "" : "s");
    }
}
