package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Fractions of decimals as people read them. */
final class Fraction {
    private static final int PLACES = 6;

    private Fraction() {}

    /** As a decimal of at most six places, or, where that would not be exact, as a fraction in lowest terms. */
    static String text(BigDecimal numerator, BigDecimal denominator) {
        BigDecimal rounded = numerator.divide(denominator, PLACES, RoundingMode.DOWN);
        if (rounded.multiply(denominator).compareTo(numerator) == 0) {
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
        int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
        BigInteger above = numerator.movePointRight(scale).toBigIntegerExact();
        BigInteger below = denominator.movePointRight(scale).toBigIntegerExact();
        BigInteger common = above.gcd(below);
        return above.divide(common) + "/" + below.divide(common);
    }
}
