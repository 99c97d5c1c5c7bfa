package io.loyalty4j.earn;

import io.loyalty4j.earn.Calculation.Share;
import io.loyalty4j.earn.Cells.Cell;
import io.loyalty4j.shop.LargestRemainder;
import io.loyalty4j.shop.Policy.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one place where fractions of points go. Cells are rounded in groups (the order, a line, an award): the group's sum is rounded, each cell gets its
 * own value rounded down, and what is missing goes to the largest fractions, ties by rule.
 */
final class Rounded {
    private final List<List<Cell>> groups;
    private final BigDecimal denominator;
    private final RoundingMode mode;

    private Rounded(List<List<Cell>> groups, BigDecimal denominator, RoundingMode mode) {
        this.groups = groups;
        this.denominator = denominator;
        this.mode = mode;
    }

    static Rounded of(Cells cells, Rounding rounding) {
        List<Cell> all = new ArrayList<>(cells.all());
        all.sort(Comparator.comparing(Cell::rule));
        List<List<Cell>> groups = switch (rounding) {
            case FLOOR_PER_ORDER, HALF_UP, UP -> List.of(all);
            case FLOOR_PER_AWARD -> all.stream().map(List::of).toList();
            case FLOOR_PER_LINE -> byLine(all);
        };
        return new Rounded(groups, cells.denominator(), mode(rounding));
    }

    static RoundingMode mode(Rounding rounding) {
        return switch (rounding) {
            case HALF_UP -> RoundingMode.HALF_UP;
            case UP -> RoundingMode.CEILING;
            default -> RoundingMode.FLOOR;
        };
    }

    private static List<List<Cell>> byLine(List<Cell> all) {
        Map<String, List<Cell>> lines = new LinkedHashMap<>();
        all.forEach(cell -> lines.computeIfAbsent(cell.line().orElse(""), line -> new ArrayList<>())
                .add(cell));
        return List.copyOf(lines.values());
    }

    long total() {
        return groups.stream().mapToLong(this::points).reduce(0, Math::addExact);
    }

    List<Share> shares() {
        return groups.stream().flatMap(this::shares).toList();
    }

    private long points(List<Cell> group) {
        BigDecimal sum = group.stream().map(Cell::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(denominator, 0, mode).longValueExact();
    }

    private Stream<Share> shares(List<Cell> group) {
        List<Share> shares = new ArrayList<>();
        List<BigDecimal> fractions = new ArrayList<>();
        long missing = points(group);
        for (Cell cell : group) {
            BigDecimal floor = cell.numerator().divide(denominator, 0, RoundingMode.FLOOR);
            fractions.add(cell.numerator().subtract(floor.multiply(denominator)));
            shares.add(new Share(cell.rule(), cell.line(), floor.longValueExact(), 0));
            missing -= floor.longValueExact();
        }
        for (int index : LargestRemainder.largest(fractions, Math.toIntExact(missing))) {
            shares.set(index, shares.get(index).cutTo(shares.get(index).points() + 1));
        }
        return shares.stream();
    }
}
