package io.loyalty4j.laws;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact fraction in lowest terms; the denominator is more than zero. */
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
    static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);
    static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

    Ratio {
        BigInteger common = over.gcd(under).max(BigInteger.ONE);
        over = over.divide(common);
        under = under.divide(common);
    }

    static Ratio of(BigDecimal decimal) {
        int scale = Math.max(0, decimal.scale());
        return new Ratio(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }

    static Ratio of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    Ratio plus(Ratio other) {
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.over.negate(), other.under));
    }

    Ratio times(Ratio other) {
        return new Ratio(over.multiply(other.over), under.multiply(other.under));
    }

    /** By something more than zero. */
    Ratio by(Ratio other) {
        return new Ratio(over.multiply(other.under), under.multiply(other.over));
    }

    /** The whole number below; of what is not negative. */
    Ratio floor() {
        return new Ratio(over.divide(under), BigInteger.ONE);
    }

    long whole() {
        return over.divide(under).longValueExact();
    }

    boolean isZero() {
        return over.signum() == 0;
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
