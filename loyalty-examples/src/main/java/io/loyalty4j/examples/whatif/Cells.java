package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Figures as the tables have them. Money is rounded here and nowhere before, half up to the currency's smallest unit. */
final class Cells {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private Cells() {}

    static BigDecimal rounded(Money exact) {
        int scale = Math.max(0, exact.currency().getDefaultFractionDigits());
        return exact.amount().setScale(scale, RoundingMode.HALF_UP);
    }

    /** Without the currency, which the table says once. */
    static String amount(Money exact) {
        return Figures.of(rounded(exact));
    }

    /** With the sign of what is more. */
    static String difference(Money exact) {
        return (exact.amount().signum() > 0 ? "+" : "") + amount(exact);
    }

    /** Of a share or a rate in percent; a dash for what there is none of. */
    static String percent(Optional<BigDecimal> percent) {
        return percent.map(Figures::of).map(figure -> figure + " %").orElse("–");
    }

    static String month(YearMonth month) {
        return month.format(MONTH);
    }
}
