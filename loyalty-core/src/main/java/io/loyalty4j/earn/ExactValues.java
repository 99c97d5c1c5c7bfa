package io.loyalty4j.earn;

import io.loyalty4j.earn.Factors.Step;
import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.shop.Policy.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What contributions come to on each line before anything is rounded or cut: rates with the line's factor, pieces, and what is given as a whole.
 *
 * <p>Whole blocks are counted anew for each layer of the factor: "1 per whole 2.00, doubled on dairy" counts the blocks of everything once, and those of
 * the dairy once more; a multiplier with a limit counts those of its own lines by itself. Where fractions are cut per line or award, blocks are counted per
 * line.
 */
final class ExactValues {
    private static final BigDecimal ONE = BigDecimal.ONE;

    private final KeptLines kept;
    private final Factors factors;
    private final Rounding rounding;
    private final Cells cells = new Cells();

    ExactValues(KeptLines kept, Factors factors, Rounding rounding) {
        this.kept = kept;
        this.factors = factors;
        this.rounding = rounding;
    }

    Cells of(List<FrozenContribution> contributions) {
        contributions.stream().filter(one -> one.reward().isEmpty()).forEach(this::add);
        return cells;
    }

    private void add(FrozenContribution one) {
        List<KeptLine> lines = kept.lines().stream()
                .filter(line -> one.staysOn(line.id(), kept))
                .toList();
        switch (one.kind()) {
            case RATE -> lines.forEach(line -> addRate(one, line));
            case BLOCK_RATE -> addBlocks(one, lines);
            case ITEM -> lines.forEach(line -> addItems(one, line));
            case BONUS, STAMPS -> cells.add(one.rule(), Optional.empty(), BigDecimal.valueOf(one.whole(kept)), ONE);
            case MULTIPLIER, MILESTONE -> {}
        }
    }

    private void addRate(FrozenContribution one, KeptLine line) {
        BigDecimal points = one.value().multiply(line.basis());
        BigDecimal per = one.per().orElseThrow();
        if (rounding == Rounding.FLOOR_PER_AWARD) {
            addLine(one, line, points.divideToIntegralValue(per), ONE);
        } else {
            addLine(one, line, points, per);
        }
    }

    private void addLine(FrozenContribution one, KeptLine line, BigDecimal points, BigDecimal per) {
        Optional<String> on = Optional.of(line.id());
        cells.add(one.rule(), on, points, per);
        factors.on(line).forEach(step -> cells.add(step.rule(), on, points.multiply(step.height()), per));
    }

    private void addBlocks(FrozenContribution one, List<KeptLine> lines) {
        if (rounding.perLine()) {
            BigDecimal per = one.per().orElseThrow();
            lines.forEach(
                    line -> addLine(one, line, one.value().multiply(line.basis().divideToIntegralValue(per)), ONE));
            return;
        }
        addLayer(one, lines.stream().map(line -> new Layered(one.rule(), line)).toList(), ONE);
        Map<String, List<Stairs>> parts = new TreeMap<>();
        for (KeptLine line : lines) {
            factors.parts(line)
                    .forEach((part, steps) -> parts.computeIfAbsent(part, each -> new ArrayList<>())
                            .add(new Stairs(line, steps)));
        }
        parts.values().forEach(stairs -> addLayers(one, stairs));
    }

    private void addLayers(FrozenContribution one, List<Stairs> stairs) {
        TreeSet<BigDecimal> heights = new TreeSet<>();
        stairs.forEach(line -> line.steps().forEach(step -> heights.add(step.to())));
        BigDecimal below = ONE;
        for (BigDecimal height : heights) {
            BigDecimal from = below;
            addLayer(
                    one,
                    stairs.stream()
                            .flatMap(line -> line.between(from, height).stream())
                            .toList(),
                    height.subtract(from));
            below = height;
        }
    }

    /** Whole blocks of these lines' total, times the layer's height, shared by them in proportion to their amounts. */
    private void addLayer(FrozenContribution one, List<Layered> lines, BigDecimal height) {
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

    private void addItems(FrozenContribution one, KeptLine line) {
        cells.add(one.rule(), Optional.of(line.id()), one.value().multiply(BigDecimal.valueOf(line.quantity())), ONE);
    }

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
