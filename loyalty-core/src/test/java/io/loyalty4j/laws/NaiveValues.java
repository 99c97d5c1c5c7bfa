package io.loyalty4j.laws;

import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each rule comes to on each line, in fractions, the long way round; the line of what is given as a whole is empty. */
final class NaiveValues {
    private final List<Promise> promises;
    private final Basket bought;
    private final Basket kept;
    private final Stacking stacking;
    private final Rounding rounding;
    private final Map<String, Map<String, Ratio>> values = new TreeMap<>();

    /**
     * @param promises of which no two exclude each other
     */
    NaiveValues(List<Promise> promises, Basket bought, Basket kept, Stacking stacking, Rounding rounding) {
        this.bought = bought;
        this.kept = kept;
        this.stacking = stacking;
        this.rounding = rounding;
        this.promises =
                promises.stream().sorted(Comparator.comparing(Promise::id)).toList();
        this.promises.stream().filter(this::stays).forEach(this::value);
    }

    /** By line and rule. */
    Map<String, Map<String, Ratio>> all() {
        return values;
    }

    boolean stays(Promise promise) {
        RuleSpec rule = promise.rule();
        if (bought.pieces().isEmpty()) {
            return true;
        }
        boolean piece = kept.pieces().stream().anyMatch(line -> line.quantity() > 0 && on(rule, line));
        BigDecimal left = bought.pieces().stream()
                .filter(line -> had(rule, line))
                .map(line -> kept.line(line.id()).basis())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return piece
                && left.compareTo(promise.spent()) >= 0
                && rule.when()
                        .filter(term -> !term.stays(bought, line(""), kept))
                        .isEmpty();
    }

    private boolean had(RuleSpec rule, Basket.Piece line) {
        return rule.on().filter(term -> !term.holds(bought, line(line.id()))).isEmpty();
    }

    /** Whether a rule was about a line when it was bought, and is still. */
    private boolean on(RuleSpec rule, Basket.Piece line) {
        return had(rule, line)
                && rule.on()
                        .filter(term -> !term.stays(bought, line(line.id()), kept))
                        .isEmpty();
    }

    private Basket.Piece line(String id) {
        return bought.line(id);
    }

    private void value(Promise promise) {
        RuleSpec rule = promise.rule();
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
            case CARD -> {
                long stamps = bought.pieces().isEmpty()
                        ? 1
                        : lines.stream().mapToLong(Basket.Piece::quantity).sum();
                add(rule.id(), "", Ratio.of(promise.card().orElseThrow().points(stamps)));
            }
            case PER_ORDER -> add(rule.id(), "", points);
            case QUEST -> {
                if (promise.threshold().isEmpty()) {
                    add(rule.id(), "", points);
                }
            }
            case TIMES -> {}
        }
    }

    private void layers(RuleSpec rule, Basket.Piece line, Ratio value) {
        add(rule.id(), line.id(), value);
        steps(line).forEach(step -> add(step.promise().id(), line.id(), value.times(step.height())));
    }

    /** What each multiplier adds to a line's factor. */
    private List<Step> steps(Basket.Piece line) {
        List<Step> steps = new ArrayList<>();
        Ratio reached = Ratio.ONE;
        for (Promise one : multipliers(line)) {
            Ratio height = factor(one).minus(Ratio.ONE);
            height = stacking == Stacking.MULTIPLY ? reached.times(height) : height;
            steps.add(new Step(one, height));
            reached = reached.plus(height);
        }
        return steps;
    }

    /** Where one with a limit stands for the best, the best of the purchase goes on standing for it, and none takes its place. */
    private List<Promise> multipliers(Basket.Piece line) {
        List<Promise> had = promises.stream()
                .filter(one -> one.multiplies() && had(one.rule(), line))
                .toList();
        List<Promise> now =
                had.stream().filter(one -> stays(one) && on(one.rule(), line)).toList();
        if (stacking != Stacking.BEST) {
            return now;
        }
        boolean contested = had.stream().anyMatch(Promise::limited);
        return best(contested ? had : now).filter(now::contains).stream().toList();
    }

    private Optional<Promise> best(List<Promise> some) {
        Optional<Promise> best = Optional.empty();
        for (Promise other : some) {
            if (best.isEmpty() || factor(other).compareTo(factor(best.get())) > 0) {
                best = Optional.of(other);
            }
        }
        return best;
    }

    private Ratio factor(Promise one) {
        return Ratio.of(
                one.rule().byTier().getOrDefault(bought.tier(), one.rule().amount()));
    }

    /** The whole blocks of all lines once; those that multipliers without limits reach, height by height; and those of each multiplier with a limit. */
    private void blocks(RuleSpec rule, List<Basket.Piece> lines) {
        Map<Basket.Piece, List<Step>> base = new LinkedHashMap<>();
        Map<String, Map<Basket.Piece, List<Step>>> pools = new TreeMap<>();
        Promise own = promises.stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        for (Basket.Piece line : lines) {
            base.put(line, List.of(new Step(own, Ratio.ONE)));
            for (Step step : steps(line)) {
                pools.computeIfAbsent(
                                step.promise().limited() ? step.promise().id() : "", each -> new LinkedHashMap<>())
                        .computeIfAbsent(line, each -> new ArrayList<>())
                        .add(step);
            }
        }
        pools.put("~", base);
        pools.values().forEach(pool -> blocks(rule, pool));
    }

    private void blocks(RuleSpec rule, Map<Basket.Piece, List<Step>> pool) {
        TreeSet<Ratio> heights = new TreeSet<>(List.of(Ratio.ZERO));
        pool.values().forEach(steps -> {
            Ratio reached = Ratio.ZERO;
            for (Step step : steps) {
                reached = reached.plus(step.height());
                heights.add(reached);
            }
        });
        for (Ratio low : heights.headSet(heights.last())) {
            Map<Basket.Piece, String> reaching = new LinkedHashMap<>();
            pool.forEach((line, steps) -> owner(steps, low).ifPresent(owner -> reaching.put(line, owner)));
            Ratio sum = reaching.keySet().stream()
                    .map(line -> Ratio.of(line.basis()))
                    .reduce(Ratio.ZERO, Ratio::plus);
            Ratio blocks = sum.by(Ratio.of(rule.amount())).floor();
            if (!blocks.isZero()) {
                Ratio each = Ratio.of(rule.points())
                        .times(blocks)
                        .times(heights.higher(low).minus(low))
                        .by(sum);
                reaching.forEach((line, owner) -> add(owner, line.id(), each.times(Ratio.of(line.basis()))));
            }
        }
    }

    /** Whose step begins at or below a height and ends above it. */
    private static Optional<String> owner(List<Step> steps, Ratio low) {
        Ratio reached = Ratio.ZERO;
        for (Step step : steps) {
            reached = reached.plus(step.height());
            if (reached.compareTo(low) > 0) {
                return Optional.of(step.promise().id());
            }
        }
        return Optional.empty();
    }

    private void add(String rule, String line, Ratio value) {
        values.computeIfAbsent(line, each -> new TreeMap<>()).merge(rule, value, Ratio::plus);
    }

    private record Step(Promise promise, Ratio height) {}
}
