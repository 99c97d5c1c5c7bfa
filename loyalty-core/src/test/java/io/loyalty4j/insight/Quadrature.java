package io.loyalty4j.insight;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Integrals by the double exponential rule of Takahasi and Mori, which bears powers at the ends. */
final class Quadrature {
    private static final double STEP = 1.0 / 24;
    private static final double END = 5;

    private Quadrature() {}

    /** From 0 to 1, of a function of p and 1 - p. */
    static double unit(DoubleBinaryOperator function) {
        double sum = 0;
        for (double u = -END; u <= END; u += STEP) {
            double p = 1 / (1 + Math.exp(-Math.PI * Math.sinh(u)));
            double rest = 1 / (1 + Math.exp(Math.PI * Math.sinh(u)));
            sum += function.applyAsDouble(p, rest) * Math.PI * Math.cosh(u) * p * rest;
        }
        return sum * STEP;
    }

    /** From 0 on. */
    static double positive(DoubleUnaryOperator function) {
        double sum = 0;
        for (double u = -END; u <= END; u += STEP) {
            double x = Math.exp(Math.PI / 2 * Math.sinh(u));
            sum += function.applyAsDouble(x) * Math.PI / 2 * Math.cosh(u) * x;
        }
        return sum * STEP;
    }
}
