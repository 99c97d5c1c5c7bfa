package io.loyalty4j.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a total so that the parts add up to it exactly: each part gets its proportional share rounded down, and what is missing goes unit by unit
 * to the largest fractions cut off, ties to the earlier part (the method of Hamilton, or of Hare-Niemeyer).
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Parts of {@code total} in proportion to {@code weights}, in units of {@code 10^-scale}. Where total is at most the sum of the weights, and both are
     * whole units, no part exceeds its weight.
     *
     * @param total zero or more, in whole units
     * @param weights zero or more each; if all are zero, so must be the total
     */
    public static List<BigDecimal> spread(BigDecimal total, List<BigDecimal> weights, int scale) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return weights.stream()
                    .map(weight -> BigDecimal.ZERO.setScale(scale))
                    .toList();
        }
        List<BigDecimal> parts = new ArrayList<>();
        List<BigDecimal> rests = new ArrayList<>();
        BigDecimal left = total;
        for (BigDecimal weight : weights) {
            BigDecimal exact = total.multiply(weight);
            BigDecimal part = exact.divide(sum, scale, RoundingMode.FLOOR);
            parts.add(part);
            rests.add(exact.subtract(part.multiply(sum)));
            left = left.subtract(part);
        }
        int units = left.movePointRight(scale).intValueExact();
        largest(rests, units)
                .forEach(index -> parts.set(index, parts.get(index).add(BigDecimal.ONE.movePointLeft(scale))));
        return parts;
    }

    /** The indices of the {@code count} largest, ties to the earlier. */
    public static List<Integer> largest(List<BigDecimal> values, int count) {
        if (count == 0) {
            return List.of();
        }
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> values.get(index))
                        .reversed())
                .limit(count)
                .toList();
    }
}
