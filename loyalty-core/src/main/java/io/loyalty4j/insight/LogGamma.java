package io.loyalty4j.insight;

/** The logarithm of the gamma function for positive numbers, by Stirling's series (Abramowitz and Stegun 6.1.41), to about 15 digits. */
final class LogGamma {
    /** {@code B(2k) / (2k (2k - 1))}. */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    /** From here on the series is exact to the last digit. */
    private static final double LARGE = 10;

    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    /** How many factors are cheaper, and more exact, than two gamma functions. */
    private static final int FEW = 64;

    private LogGamma() {}

    static double of(double z) {
        double product = 1;
        double large = z;
        for (; large < LARGE; large++) {
            product *= large;
        }
        double square = 1 / (large * large);
        double sum = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            sum = sum * square + STIRLING[k];
        }
        return (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + sum / large - Math.log(product);
    }

    /** {@code ln(gamma(z + n) / gamma(z))}, the logarithm of {@code z (z + 1) .. (z + n - 1)}, without the loss of digits that a difference has. */
    static double rising(double z, int n) {
        if (n > FEW) {
            return of(z + n) - of(z);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(z + i);
        }
        return sum;
    }
}
