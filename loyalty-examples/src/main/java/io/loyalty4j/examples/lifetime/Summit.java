package io.loyalty4j.examples.lifetime;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Where a function of positive numbers is largest, by the method of Nelder and Mead on their logarithms. The search begins anew where it ended, until that gains
 * nothing more, for a simplex may shrink before it is there.
 */
final class Summit {
    private static final double EXACT = 1e-14;
    private static final double GAIN = 1e-9;
    private static final int MOST_STEPS = 20_000;
    private static final double SIDE = 0.3;

    private Summit() {}

    /**
     * The place; it is at the edge where the function refuses what is beyond with an {@link IllegalArgumentException}.
     *
     * @throws org.hipparchus.exception.MathIllegalStateException if it is not found in 20,000 steps
     */
    static double[] of(ToDoubleFunction<double[]> function, double... start) {
        ObjectiveFunction height = new ObjectiveFunction(logs -> height(function, powers(logs)));
        PointValuePair best = climb(height, Arrays.stream(start).map(Math::log).toArray());
        PointValuePair next = climb(height, best.getPoint());
        while (next.getValue() > best.getValue() + GAIN) {
            best = next;
            next = climb(height, best.getPoint());
        }
        return powers(next.getPoint());
    }

    private static PointValuePair climb(ObjectiveFunction height, double[] from) {
        return new SimplexOptimizer(EXACT, EXACT)
                .optimize(
                        new MaxEval(MOST_STEPS),
                        height,
                        GoalType.MAXIMIZE,
                        new InitialGuess(from),
                        new NelderMeadSimplex(from.length, SIDE));
    }

    private static double height(ToDoubleFunction<double[]> function, double... place) {
        try {
            return function.applyAsDouble(place);
        } catch (IllegalArgumentException beyondTheEdge) {
            return -Double.MAX_VALUE;
        }
    }

    private static double[] powers(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
