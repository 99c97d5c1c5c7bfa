package io.loyalty4j.examples.whatif;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is drawn in one ink.
 *
 * @param values one for each label of the axis, 0 or more
 */
record Series(String name, List<BigDecimal> values) {
    static Series of(String name, List<Long> counts) {
        return new Series(name, counts.stream().map(BigDecimal::valueOf).toList());
    }

    double value(int index) {
        return values.get(index).doubleValue();
    }

    double most() {
        return values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    }

    static double most(List<Series> all) {
        return all.stream().mapToDouble(Series::most).max().orElse(0);
    }
}
