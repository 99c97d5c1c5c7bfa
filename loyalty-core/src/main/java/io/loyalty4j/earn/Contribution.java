package io.loyalty4j.earn;

import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one rule brings to the calculation: a rate or a multiplier on lines, a fixed number of points, or nothing with the reason why.
 * No rule sees another's contribution. Whatever it is, it never gives more for fewer goods: so returns can be reckoned from it.
 */
public sealed interface Contribution permits Given, Withheld {
    /**
     * A fixed number of points, whole or not at all.
     *
     * @throws IllegalArgumentException if negative
     */
    static Contribution award(long points) {
        return Given.of(
                FrozenContribution.Kind.BONUS,
                BigDecimal.valueOf(points),
                Optional.empty(),
                Reason.of("bonus", Long.toString(points)));
    }

    /**
     * That many times the base points.
     *
     * @throws IllegalArgumentException if below 1
     */
    static Contribution multiply(long factor) {
        return multiply(BigDecimal.valueOf(factor));
    }

    /**
     * That many times the base points.
     *
     * @param factor a decimal of at least 1, such as {@code 1.25}
     */
    static Contribution multiply(String factor) {
        return multiply(new BigDecimal(factor));
    }

    private static Contribution multiply(BigDecimal factor) {
        return Given.of(
                FrozenContribution.Kind.MULTIPLIER,
                factor,
                Optional.empty(),
                Reason.of("multiplier", factor.toPlainString()));
    }

    /** Points in proportion to what the lines cost: so many per amount of the program's currency. */
    static Contribution rate(long points, String per) {
        return Given.of(
                FrozenContribution.Kind.RATE,
                BigDecimal.valueOf(points),
                Optional.of(new BigDecimal(per)),
                Reason.of("rate", Long.toString(points), per));
    }

    /** Nothing, and why. */
    static Contribution none(String why) {
        return new Withheld(Reason.of("custom", why));
    }

    /** The same with words of one's own for the member. */
    Contribution because(String why);

    /** The same, on some lines only. */
    Contribution onlyOn(Predicate<OrderLine> lines, String description);
}
