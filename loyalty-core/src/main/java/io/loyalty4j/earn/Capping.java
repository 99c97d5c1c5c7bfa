package io.loyalty4j.earn;

import io.loyalty4j.earn.Cells.Cell;
import io.loyalty4j.shop.LargestRemainder;
import io.loyalty4j.shop.Policy.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds rules within their limits. A rule that a limit may bind is rounded by itself, so that its part never grows while goods come back, and its whole
 * points are shared by its lines in proportion.
 */
final class Capping {
    private final Map<String, Long> limits;
    private final Rounding rounding;

    /** Limits in points, by rule. */
    Capping(Map<String, Long> limits, Rounding rounding) {
        this.limits = limits;
        this.rounding = rounding;
    }

    Cells applied(Cells cells) {
        if (limits.isEmpty()) {
            return cells;
        }
        Cells applied = new Cells();
        BigDecimal denominator = cells.denominator();
        List<Cell> all = cells.all();
        all.stream()
                .filter(cell -> !limits.containsKey(cell.rule()))
                .forEach(cell -> applied.add(cell.rule(), cell.line(), cell.numerator(), denominator));
        limits.forEach((rule, most) -> {
            List<Cell> own =
                    all.stream().filter(cell -> cell.rule().equals(rule)).toList();
            whole(own, denominator, most)
                    .forEach(cell -> applied.add(cell.rule(), cell.line(), cell.numerator(), BigDecimal.ONE));
        });
        return applied;
    }

    private List<Cell> whole(List<Cell> own, BigDecimal denominator, long most) {
        List<BigDecimal> points = rounding.perLine() ? floors(own, denominator) : rounded(own, denominator);
        BigDecimal sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal limit = BigDecimal.valueOf(most);
        List<BigDecimal> left = sum.compareTo(limit) <= 0 ? points : LargestRemainder.spread(limit, points, 0);
        List<Cell> whole = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            whole.add(new Cell(own.get(i).rule(), own.get(i).line(), left.get(i)));
        }
        return whole;
    }

    private static List<BigDecimal> floors(List<Cell> own, BigDecimal denominator) {
        return own.stream()
                .map(cell -> cell.numerator().divide(denominator, 0, RoundingMode.FLOOR))
                .toList();
    }

    private List<BigDecimal> rounded(List<Cell> own, BigDecimal denominator) {
        List<BigDecimal> numerators = own.stream().map(Cell::numerator).toList();
        BigDecimal sum = numerators.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal points = sum.divide(denominator, 0, Rounded.mode(rounding));
        return Optional.of(points)
                .filter(some -> some.signum() > 0)
                .map(some -> LargestRemainder.spread(some, numerators, 0))
                .orElseGet(
                        () -> numerators.stream().map(each -> BigDecimal.ZERO).toList());
    }
}
