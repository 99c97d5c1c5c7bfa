package io.loyalty4j.laws;

import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Points of a basket from the rules' own words, in fractions, the long way round. */
final class NaivePoints {
    private final List<RuleSpec> rules;
    private final Basket bought;
    private final Basket kept;
    private final Stacking stacking;
    private final Rounding rounding;
    private final Map<String, Map<String, Ratio>> values = new TreeMap<>();

    /**
     * @param rules that gave something when the basket was bought
     */
    NaivePoints(List<RuleSpec> rules, Basket bought, Basket kept, ProgramSpec program) {
        this.bought = bought;
        this.kept = kept;
        this.stacking = program.policy(Stacking.class);
        this.rounding = program.policy(Rounding.class);
        this.rules = rules.stream()
                .filter(this::stays)
                .sorted(Comparator.comparing(RuleSpec::id))
                .toList();
        this.rules.forEach(this::value);
    }

    private boolean stays(RuleSpec rule) {
        boolean piece = kept.pieces().stream().anyMatch(line -> line.quantity() > 0 && on(rule, line));
        return piece
                && rule.when()
                        .filter(term -> !term.stays(bought, line(""), kept))
                        .isEmpty();
    }

    /** Whether a rule was about a line when it was bought, and is still. */
    private boolean on(RuleSpec rule, Basket.Piece line) {
        Basket.Piece then = line(line.id());
        return rule.on()
                .filter(term -> !term.holds(bought, then) || !term.stays(bought, then, kept))
                .isEmpty();
    }

    private Basket.Piece line(String id) {
        return bought.line(id);
    }

    private void value(RuleSpec rule) {
        List<Basket.Piece> lines =
                kept.pieces().stream().filter(line -> on(rule, line)).toList();
        boolean cutsLines = rounding == Rounding.FLOOR_PER_LINE || rounding == Rounding.FLOOR_PER_AWARD;
        Ratio points = Ratio.of(rule.points());
        switch (rule.kind()) {
            case PER ->
                lines.forEach(line -> {
                    Ratio exact = points.times(Ratio.of(line.basis())).by(Ratio.of(rule.amount()));
                    layers(rule, line, rounding == Rounding.FLOOR_PER_AWARD ? exact.floor() : exact);
                });
            case PER_WHOLE -> {
                if (cutsLines) {
                    lines.forEach(line -> layers(
                            rule,
                            line,
                            points.times(Ratio.of(line.basis())
                                    .by(Ratio.of(rule.amount()))
                                    .floor())));
                } else {
                    blocks(rule, lines);
                }
            }
            case PER_ITEM -> lines.forEach(line -> add(rule.id(), line.id(), points.times(Ratio.of(line.quantity()))));
            case PER_ORDER -> add(rule.id(), "", points);
            case TIMES -> {}
        }
    }

    private void layers(RuleSpec rule, Basket.Piece line, Ratio value) {
        staircase(rule.id(), line)
                .forEach(layer ->
                        add(layer.rule(), line.id(), value.times(layer.to().minus(layer.from()))));
    }

    /** From 0 to the line's factor: the rate's own layer, then one of each multiplier. */
    private List<Layer> staircase(String rate, Basket.Piece line) {
        List<Layer> layers = new ArrayList<>(List.of(new Layer(rate, Ratio.ZERO, Ratio.ONE)));
        List<RuleSpec> times = rules.stream()
                .filter(rule -> rule.kind() == RuleSpec.Kind.TIMES && on(rule, line))
                .toList();
        if (stacking == Stacking.BEST && !times.isEmpty()) {
            RuleSpec best = times.get(0);
            for (RuleSpec other : times) {
                best = factor(other).compareTo(factor(best)) > 0 ? other : best;
            }
            times = List.of(best);
        }
        for (RuleSpec one : times) {
            Ratio from = layers.get(layers.size() - 1).to();
            Ratio to = stacking == Stacking.MULTIPLY
                    ? from.times(factor(one))
                    : from.plus(factor(one)).minus(Ratio.ONE);
            layers.add(new Layer(one.id(), from, to));
        }
        return layers;
    }

    Ratio factor(RuleSpec rule) {
        return Ratio.of(rule.byTier().getOrDefault(bought.tier(), rule.amount()));
    }

    /** Between two heights next to each other, the whole blocks of those lines whose factor reaches so high. */
    private void blocks(RuleSpec rule, List<Basket.Piece> lines) {
        TreeSet<Ratio> heights = new TreeSet<>(List.of(Ratio.ZERO));
        lines.forEach(line -> staircase(rule.id(), line).forEach(layer -> heights.add(layer.to())));
        for (Ratio low : heights.headSet(heights.last())) {
            Ratio high = heights.higher(low);
            Map<Basket.Piece, String> reaching = new java.util.LinkedHashMap<>();
            Ratio sum = Ratio.ZERO;
            for (Basket.Piece line : lines) {
                for (Layer layer : staircase(rule.id(), line)) {
                    if (layer.from().compareTo(low) <= 0 && layer.to().compareTo(high) >= 0) {
                        reaching.put(line, layer.rule());
                        sum = sum.plus(Ratio.of(line.basis()));
                    }
                }
            }
            Ratio blocks = sum.by(Ratio.of(rule.amount())).floor();
            if (!blocks.isZero()) {
                Ratio each = Ratio.of(rule.points())
                        .times(blocks)
                        .times(high.minus(low))
                        .by(sum);
                reaching.forEach((line, owner) -> add(owner, line.id(), each.times(Ratio.of(line.basis()))));
            }
        }
    }

    private void add(String rule, String line, Ratio value) {
        values.computeIfAbsent(line, each -> new TreeMap<>()).merge(rule, value, Ratio::plus);
    }

    /** Points by rule. */
    Map<String, Long> byRule() {
        List<Cell> cells = new ArrayList<>();
        values.forEach((line, byRule) -> byRule.forEach((rule, value) -> cells.add(new Cell(rule, line, value))));
        Map<String, Long> points = new TreeMap<>();
        switch (rounding) {
            case FLOOR_PER_AWARD -> cells.forEach(cell -> share(List.of(cell), Ratio.ZERO, points));
            case FLOOR_PER_LINE ->
                values.keySet()
                        .forEach(line -> share(
                                cells.stream()
                                        .filter(cell -> cell.line().equals(line))
                                        .toList(),
                                Ratio.ZERO,
                                points));
            case FLOOR_PER_ORDER -> share(cells, Ratio.ZERO, points);
            case HALF_UP -> share(cells, Ratio.of("0.5"), points);
            case UP -> share(cells, Ratio.ONE, points);
        }
        points.values().removeIf(each -> each == 0);
        return points;
    }

    long total() {
        return byRule().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rounds the sum (down, after adding) and gives what the cells' own whole points lack to the largest fractions. */
    private static void share(List<Cell> cells, Ratio adding, Map<String, Long> points) {
        Ratio sum = cells.stream().map(Cell::value).reduce(Ratio.ZERO, Ratio::plus);
        boolean whole = sum.compareTo(sum.floor()) == 0;
        long left = whole ? sum.whole() : sum.plus(adding).whole();
        for (Cell cell : cells) {
            points.merge(cell.rule(), cell.value().whole(), Long::sum);
            left -= cell.value().whole();
        }
        List<Cell> byFraction = cells.stream()
                .sorted(Comparator.comparing((Cell cell) -> cell.value().floor().minus(cell.value()))
                        .thenComparing(Cell::rule))
                .toList();
        for (int i = 0; i < left; i++) {
            points.merge(byFraction.get(i).rule(), 1L, Long::sum);
        }
    }

    private record Layer(String rule, Ratio from, Ratio to) {}

    private record Cell(String rule, String line, Ratio value) {}
}
