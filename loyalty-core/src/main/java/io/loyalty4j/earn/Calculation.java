package io.loyalty4j.earn;

import io.loyalty4j.earn.Factors.Step;
import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Combines contributions into points: the rates, a factor on them per line from the multipliers, then what is given per piece or as a whole, and one
 * rounding at the end. Exact: every value is a fraction of decimals until then.
 *
 * <p>It is a function of the contributions and of what is kept alone, and never gives more for less: a purchase and every return of it come here.
 * That is why whole blocks are counted anew for each layer of the factor: "1 per whole 2.00, doubled on dairy" counts the blocks of everything once,
 * and those of the dairy once more. Where fractions are cut per line or award, blocks are counted per line.
 */
public final class Calculation {
    private static final BigDecimal ONE = BigDecimal.ONE;

    private final List<FrozenContribution> contributions;
    private final Stacking stacking;
    private final Rounding rounding;

    /** The order in which contributions are listed is of no account. */
    public Calculation(List<FrozenContribution> contributions, Stacking stacking, Rounding rounding) {
        this.contributions = contributions.stream()
                .sorted(Comparator.comparing(FrozenContribution::rule))
                .toList();
        this.stacking = stacking;
        this.rounding = rounding;
    }

    /**
     * Points for what is kept.
     *
     * @throws ArithmeticException if they are more than a long holds
     */
    public long points(KeptLines kept) {
        return Rounded.of(cells(kept), rounding).total();
    }

    /** The same points, divided among rules and lines; shares of nothing are left out. */
    public List<Share> shares(KeptLines kept) {
        return Rounded.of(cells(kept), rounding).shares();
    }

    private Cells cells(KeptLines kept) {
        List<FrozenContribution> staying =
                contributions.stream().filter(one -> one.stays(kept)).toList();
        List<FrozenContribution> multipliers =
                staying.stream().filter(one -> one.kind() == Kind.MULTIPLIER).toList();
        Factors factors = new Factors(multipliers, stacking, kept);
        Cells cells = new Cells();
        for (FrozenContribution one : staying) {
            List<KeptLine> lines = kept.lines().stream()
                    .filter(line -> one.staysOn(line.id(), kept))
                    .toList();
            switch (one.kind()) {
                case RATE -> lines.forEach(line -> addRate(cells, one, line, factors));
                case BLOCK_RATE -> addBlocks(cells, one, lines, factors);
                case ITEM -> lines.forEach(line -> addItems(cells, one, line));
                case BONUS -> cells.add(one.rule(), Optional.empty(), one.value(), ONE);
                case MULTIPLIER -> {}
            }
        }
        return cells;
    }

    private void addRate(Cells cells, FrozenContribution one, KeptLine line, Factors factors) {
        BigDecimal points = one.value().multiply(line.basis());
        BigDecimal per = one.per().orElseThrow();
        if (rounding == Rounding.FLOOR_PER_AWARD) {
            addLine(cells, one, line, points.divideToIntegralValue(per), ONE, factors);
        } else {
            addLine(cells, one, line, points, per, factors);
        }
    }

    private static void addLine(
            Cells cells, FrozenContribution one, KeptLine line, BigDecimal points, BigDecimal per, Factors factors) {
        Optional<String> on = Optional.of(line.id());
        cells.add(one.rule(), on, points, per);
        factors.on(line).forEach(step -> cells.add(step.rule(), on, points.multiply(step.height()), per));
    }

    private void addBlocks(Cells cells, FrozenContribution one, List<KeptLine> lines, Factors factors) {
        if (rounding == Rounding.FLOOR_PER_LINE || rounding == Rounding.FLOOR_PER_AWARD) {
            BigDecimal per = one.per().orElseThrow();
            lines.forEach(line -> addLine(
                    cells, one, line, one.value().multiply(line.basis().divideToIntegralValue(per)), ONE, factors));
            return;
        }
        addLayer(
                cells,
                one,
                lines.stream().map(line -> new Layered(one.rule(), line)).toList(),
                ONE);
        List<Stairs> stairs =
                lines.stream().map(line -> new Stairs(line, factors.on(line))).toList();
        TreeSet<BigDecimal> heights = new TreeSet<>();
        stairs.forEach(line -> line.steps().forEach(step -> heights.add(step.to())));
        BigDecimal below = ONE;
        for (BigDecimal height : heights) {
            BigDecimal from = below;
            addLayer(
                    cells,
                    one,
                    stairs.stream()
                            .flatMap(line -> line.between(from, height).stream())
                            .toList(),
                    height.subtract(from));
            below = height;
        }
    }

    /** Whole blocks of these lines' total, times the layer's height, shared by them in proportion to their amounts. */
    private static void addLayer(Cells cells, FrozenContribution one, List<Layered> lines, BigDecimal height) {
        BigDecimal total = lines.stream().map(each -> each.line().basis()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal blocks = total.divideToIntegralValue(one.per().orElseThrow());
        if (blocks.signum() > 0) {
            BigDecimal points = one.value().multiply(blocks).multiply(height);
            lines.forEach(each -> cells.add(
                    each.rule(),
                    Optional.of(each.line().id()),
                    points.multiply(each.line().basis()),
                    total));
        }
    }

    private static void addItems(Cells cells, FrozenContribution one, KeptLine line) {
        cells.add(one.rule(), Optional.of(line.id()), one.value().multiply(BigDecimal.valueOf(line.quantity())), ONE);
    }

    /** Points of one rule, on one line or on the whole. */
    public record Share(String rule, Optional<String> line, long points) {}

    /** A line in a layer of the factor, and the rule that the layer's points on it belong to. */
    private record Layered(String rule, KeptLine line) {}

    /** A line with the steps of its factor. */
    private record Stairs(KeptLine line, List<Step> steps) {
        Optional<Layered> between(BigDecimal above, BigDecimal upTo) {
            return steps.stream()
                    .filter(step -> step.covers(above, upTo))
                    .findFirst()
                    .map(step -> new Layered(step.rule(), line));
        }
    }
}
