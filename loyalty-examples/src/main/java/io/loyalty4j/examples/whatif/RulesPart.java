package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rules that cost most. */
final class RulesPart {
    private static final int SHOWN = 10;

    private final List<Trial> trials;
    private final List<Map<String, Long>> points;

    private RulesPart(List<Trial> trials) {
        this.trials = trials;
        this.points = trials.stream().map(RuleCost::points).toList();
    }

    static Part of(List<Trial> trials) {
        RulesPart part = new RulesPart(trials);
        List<String> rules = part.dearest();
        String currency = trials.get(0).program().currency().getCurrencyCode();
        List<String> heads = new ArrayList<>();
        trials.forEach(trial -> heads.addAll(List.of("Points, " + trial.name(), "Cost, " + trial.name())));
        return new Part(
                "rules",
                "The rules that cost most",
                List.of(
                        "At most ten, by what they cost under the program where they cost most: the points that a rule gave, less what returns took back of them before they expired, at the worth"
                                + " of a point and the share that is expected to be redeemed. An order's points are taken back of each of its rules in proportion."),
                List.of(Figure.of(
                                new BarPlot(
                                        "rule-cost",
                                        "Cost of the points of a rule, " + currency,
                                        "",
                                        rules,
                                        part.series(rules)),
                                Table.of(
                                                "Points by rule and what they cost, " + currency,
                                                "Rule",
                                                heads,
                                                rules.stream().map(part::row).toList())
                                        .sums(List.of(part.all())))
                        .inFullWidth()));
    }

    /** Of all rules, shown or not. */
    private Row all() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            long sum =
                    points.get(i).values().stream().mapToLong(Long::longValue).sum();
            cells.add(Figures.of(sum));
            cells.add(Cells.amount(trials.get(i).cost(sum)));
        }
        return new Row("All rules", cells);
    }

    private List<String> dearest() {
        Set<String> rules = new TreeSet<>();
        points.forEach(ofProgram -> rules.addAll(ofProgram.keySet()));
        Comparator<String> byCost = Comparator.comparing(this::most);
        return rules.stream()
                .sorted(byCost.reversed().thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    private BigDecimal most(String rule) {
        BigDecimal most = BigDecimal.ZERO;
        for (int i = 0; i < trials.size(); i++) {
            most = most.max(cost(i, rule).amount());
        }
        return most;
    }

    private long points(int program, String rule) {
        return points.get(program).getOrDefault(rule, 0L);
    }

    private Money cost(int program, String rule) {
        return trials.get(program).cost(points(program, rule));
    }

    private List<Series> series(List<String> rules) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            int program = i;
            series.add(new Series(
                    trials.get(i).name(),
                    rules.stream()
                            .map(rule -> Cells.rounded(cost(program, rule)))
                            .toList()));
        }
        return series;
    }

    private Row row(String rule) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            boolean has = points.get(i).containsKey(rule);
            cells.add(has ? Figures.of(points(i, rule)) : "–");
            cells.add(has ? Cells.amount(cost(i, rule)) : "–");
        }
        return new Row(rule, cells);
    }
}
