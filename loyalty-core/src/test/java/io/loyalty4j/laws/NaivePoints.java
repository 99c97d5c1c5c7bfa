package io.loyalty4j.laws;

import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Points of a basket from the rules' own words: every choice of one rule of each group is reckoned, and the best one stands. */
final class NaivePoints {
    private final List<Promise> promises;
    private final Basket bought;
    private final Basket kept;
    private final Stacking stacking;
    private final Rounding rounding;

    /**
     * @param promises of all rules that gave something when the basket was bought; only limits that can bind
     */
    NaivePoints(List<Promise> promises, Basket bought, Basket kept, ProgramSpec program) {
        this.promises =
                promises.stream().sorted(Comparator.comparing(Promise::id)).toList();
        this.bought = bought;
        this.kept = kept;
        this.stacking = program.policy(Stacking.class);
        this.rounding = program.policy(Rounding.class);
    }

    /** The same promises, without limits that what each rule can come to on that basket, however fractions fall, does not exceed. */
    static List<Promise> binding(List<Promise> promises, Basket bought, ProgramSpec program) {
        Stacking each = program.policy(Stacking.class) == Stacking.BEST ? Stacking.ADD : program.policy(Stacking.class);
        List<Promise> rates = promises.stream()
                .map(one -> one.rule().kind() == RuleSpec.Kind.PER_WHOLE
                        ? new Promise(asRate(one.rule()), one.room(), one.card(), one.threshold(), one.spent())
                        : one)
                .toList();
        Map<String, Long> utmost = new TreeMap<>();
        new NaiveValues(rates, bought, bought, each, Rounding.FLOOR_PER_ORDER)
                .all()
                .values()
                .forEach(line -> line.forEach((rule, value) -> utmost.merge(rule, up(value), Long::sum)));
        promises.stream()
                .filter(one -> one.threshold().isPresent())
                .forEach(one -> utmost.put(one.id(), one.rule().points()));
        return promises.stream()
                .map(one -> one.room()
                                .filter(most -> most < utmost.getOrDefault(one.id(), 0L))
                                .isPresent()
                        ? one
                        : one.unlimited())
                .toList();
    }

    private static RuleSpec asRate(RuleSpec rule) {
        return RuleSpec.of(rule.id(), RuleSpec.Kind.PER, rule.points(), rule.amount())
                .on(rule.on())
                .when(rule.when())
                .group(rule.group());
    }

    private static long up(Ratio value) {
        return value.compareTo(value.floor()) == 0 ? value.whole() : value.whole() + 1;
    }

    /** Points by rule, before what the program allows a member in all. */
    Map<String, Long> byRule() {
        Map<String, Long> best = Map.of();
        for (List<Promise> choice : choices()) {
            Map<String, Long> points = byRule(choice);
            best = best.isEmpty() || sum(points) > sum(best) ? points : best;
        }
        return best;
    }

    private List<List<Promise>> choices() {
        Map<String, List<Promise>> groups = new TreeMap<>();
        List<Promise> free = new ArrayList<>();
        for (Promise one : promises) {
            one.rule()
                    .group()
                    .map(name -> groups.computeIfAbsent(name, each -> new ArrayList<>()))
                    .orElse(free)
                    .add(one);
        }
        List<List<Promise>> choices = List.of(free);
        for (List<Promise> group : groups.values()) {
            List<List<Promise>> more = new ArrayList<>();
            for (List<Promise> choice : choices) {
                for (Promise one : group) {
                    List<Promise> with = new ArrayList<>(choice);
                    with.add(one);
                    more.add(with);
                }
            }
            choices = more;
        }
        return choices;
    }

    long total() {
        return sum(byRule());
    }

    private static long sum(Map<String, Long> points) {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> byRule(List<Promise> chosen) {
        NaiveValues values = new NaiveValues(chosen, bought, kept, stacking, rounding);
        List<Cell> cells = new ArrayList<>();
        values.all().forEach((line, byRule) -> byRule.forEach((rule, value) -> cells.add(new Cell(rule, line, value))));
        Map<String, Long> points = new TreeMap<>();
        List<Cell> together = new ArrayList<>(cells);
        for (Promise one : chosen) {
            if (one.limited() && one.threshold().isEmpty()) {
                List<Cell> own = cells.stream()
                        .filter(cell -> cell.rule().equals(one.id()))
                        .toList();
                together.removeAll(own);
                points.put(one.id(), Math.min(one.room().get(), sum(rounded(own))));
            }
        }
        rounded(together).forEach((rule, each) -> points.merge(rule, each, Long::sum));
        long earned = sum(points);
        for (Promise one : chosen) {
            if (one.threshold().filter(least -> least <= earned).isPresent() && values.stays(one)) {
                points.put(
                        one.id(),
                        Math.min(one.room().orElse(Long.MAX_VALUE), one.rule().points()));
            }
        }
        points.values().removeIf(each -> each == 0);
        return points;
    }

    private Map<String, Long> rounded(List<Cell> cells) {
        Map<String, Long> points = new TreeMap<>();
        switch (rounding) {
            case FLOOR_PER_AWARD -> cells.forEach(cell -> share(List.of(cell), Ratio.ZERO, points));
            case FLOOR_PER_LINE ->
                cells.stream()
                        .map(Cell::line)
                        .distinct()
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
        return points;
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

    private record Cell(String rule, String line, Ratio value) {}
}
