package io.loyalty4j.examples.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis from 0 in steps that people can reckon with: 1, 2 or 5 and zeros.
 *
 * @param steps how many, at least one
 */
record Scale(BigDecimal step, long steps) {
    private static final int MOST_STEPS = 5;
    private static final BigDecimal THOUSAND = new BigDecimal("1000");
    private static final BigDecimal MILLION = new BigDecimal("1000000");

    static Scale upTo(double most) {
        BigDecimal wanted = BigDecimal.valueOf(most > 0 ? most : 1);
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 3);
        List<BigDecimal> factors = List.of(new BigDecimal("2"), new BigDecimal("2.5"), new BigDecimal("2"));
        for (int i = 0; steps(wanted, step) > MOST_STEPS; i++) {
            step = step.multiply(factors.get(i % factors.size()));
        }
        return new Scale(step, steps(wanted, step));
    }

    private static long steps(BigDecimal wanted, BigDecimal step) {
        return Math.max(1, wanted.divide(step, 0, RoundingMode.CEILING).longValueExact());
    }

    List<BigDecimal> ticks() {
        return LongStream.rangeClosed(0, steps)
                .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
                .toList();
    }

    /** Where a value is on the axis: 0 to 1. */
    double share(double value) {
        return value / (step.doubleValue() * steps);
    }

    /** Short: {@code 250k}, {@code 1.5M}. */
    static String label(BigDecimal tick) {
        if (tick.compareTo(MILLION) >= 0) {
            return plain(tick.divide(MILLION)) + "M";
        }
        return tick.compareTo(THOUSAND) >= 0 ? plain(tick.divide(THOUSAND)) + "k" : plain(tick);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
