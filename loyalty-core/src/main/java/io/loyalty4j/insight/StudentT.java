package io.loyalty4j.insight;

import java.math.BigDecimal;

/**
 * Student's t distribution. With {@code t = sqrt(n) tan(a)}, the probability between -t and t is the integral of {@code cos^(n-1)} from 0 to a, by that from 0 to a
 * right angle. The integrals are Simpson's, the quantile is exact to eight digits
 * up to a confidence of 0.9999.
 */
final class StudentT {
    /** So many degrees of freedom that it is the normal distribution. */
    static final long NORMAL = 1_000_000_000_000L;

    private static final int STEPS = 4_000;
    /** So many standard deviations from the middle there is nothing left. */
    private static final int FAR = 14;

    private final double power;
    private final double step;

    private StudentT(double freedom) {
        power = freedom - 1;
        step = Math.min(Math.PI / 2, FAR / Math.sqrt(freedom)) / STEPS;
    }

    /**
     * The t for which the probability between -t and t is the confidence.
     *
     * @param confidence between 0 and 1
     * @param freedom degrees of freedom, 1 or more
     */
    static BigDecimal quantile(BigDecimal confidence, long freedom) {
        double degrees = freedom;
        StudentT distribution = new StudentT(degrees);
        return BigDecimal.valueOf(Math.sqrt(degrees) * Math.tan(distribution.angle(confidence.doubleValue())));
    }

    private double angle(double confidence) {
        double wanted = confidence * integral(STEPS);
        int low = 0;
        int high = STEPS;
        while (high - low > 2) {
            int middle = (low + high) / 4 * 2;
            if (integral(middle) <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return within(low, wanted - integral(low));
    }

    /** Newton's method in the step where the rest lies. */
    private double within(int low, double rest) {
        double from = low * step;
        double length = rest / density(from);
        for (int i = 0; i < 5; i++) {
            double area = length / 6 * (density(from) + 4 * density(from + length / 2) + density(from + length));
            length -= (area - rest) / density(from + length);
        }
        return from + length;
    }

    /** From 0 over an even number of steps. */
    private double integral(int steps) {
        double sum = 0;
        for (int i = 0; i < steps; i += 2) {
            sum += density(i * step) + 4 * density((i + 1) * step) + density((i + 2) * step);
        }
        return sum * step / 3;
    }

    /** {@code cos(angle) ^ power}, exact also for small angles and large powers. */
    private double density(double angle) {
        double half = Math.sin(angle / 2);
        return power == 0 ? 1 : Math.exp(power * Math.log1p(-2 * half * half));
    }
}
