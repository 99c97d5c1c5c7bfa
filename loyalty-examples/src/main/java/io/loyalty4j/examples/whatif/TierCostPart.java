package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What points cost in percent of the sales, by tier. */
final class TierCostPart {
    private static final String ALL = "all";

    private TierCostPart() {}

    static Part of(List<Trial> trials) {
        List<OfProgram> programs = trials.stream().map(OfProgram::new).toList();
        Set<String> tiers = new LinkedHashSet<>();
        programs.forEach(program -> program.tiers.forEach(sales -> tiers.add(sales.tier())));
        tiers.add(ALL);
        String currency = trials.get(0).program().currency().getCurrencyCode();
        return new Part(
                "cost",
                "Cost in percent of sales",
                List.of(
                        "By the tier that the member had when the order was placed. The cost is that of the points given for the orders, less those that returns took"
                                + " back before they expired, at the worth of a point and the share that is expected to be redeemed; a sale is what is left of an order's price"
                                + " after returns, with what was paid with points."),
                List.of(percent(List.copyOf(tiers), programs), amounts(List.copyOf(tiers), programs, currency)));
    }

    private static Figure percent(List<String> tiers, List<OfProgram> programs) {
        String title = "Cost of points in percent of sales";
        List<Row> rows = tiers.stream()
                .map(tier -> new Row(
                        tier,
                        programs.stream()
                                .map(program -> Cells.percent(program.of(tier).flatMap(TierSales::percent)))
                                .toList()))
                .toList();
        List<Series> series = programs.stream()
                .map(program -> program.series(tiers, sales -> sales.percent().orElse(BigDecimal.ZERO)))
                .toList();
        List<String> heads = programs.stream().map(program -> program.name).toList();
        return Figure.of(
                new BarPlot("tier-percent", title, "%", tiers, series),
                Table.of(title + ", by tier and program", "Tier", heads, rows));
    }

    private static Figure amounts(List<String> tiers, List<OfProgram> programs, String currency) {
        List<Row> rows = new ArrayList<>();
        tiers.forEach(tier ->
                programs.forEach(program -> program.of(tier).ifPresent(sales -> rows.add(program.row(sales)))));
        List<Series> series = programs.stream()
                .map(program -> program.series(tiers, sales -> Cells.rounded(sales.cost())))
                .toList();
        return Figure.of(
                new BarPlot("tier-cost", "Cost of points, " + currency, "", tiers, series),
                Table.of(
                        "Sales and what points for them cost, " + currency + ", by tier and program",
                        "Tier, program",
                        List.of("Orders", "Sales", "Points", "Cost"),
                        rows));
    }

    /** Its tiers and all of them together. */
    private static final class OfProgram {
        private final String name;
        private final List<TierSales> tiers;

        OfProgram(Trial trial) {
            this.name = trial.name();
            this.tiers = new ArrayList<>(TierSales.of(trial));
            tiers.add(TierSales.sum(tiers));
        }

        Optional<TierSales> of(String tier) {
            return tiers.stream().filter(sales -> sales.tier().equals(tier)).findFirst();
        }

        /** Of a tier that it has not, 0. */
        Series series(List<String> all, Function<TierSales, BigDecimal> value) {
            return new Series(
                    name,
                    all.stream()
                            .map(tier -> of(tier).map(value).orElse(BigDecimal.ZERO))
                            .toList());
        }

        Row row(TierSales sales) {
            return new Row(
                    sales.tier() + ", " + name,
                    List.of(
                            Figures.of(sales.orders()),
                            Cells.amount(sales.sales()),
                            Figures.of(sales.points()),
                            Cells.amount(sales.cost())));
        }
    }
}
