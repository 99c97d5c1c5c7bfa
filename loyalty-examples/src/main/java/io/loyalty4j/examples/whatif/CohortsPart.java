package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.insight.Cohorts;
import io.loyalty4j.insight.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many of those who came in a month bought again in later ones. */
final class CohortsPart {
    private CohortsPart() {}

    static Part of(List<Trial> trials) {
        Map<Cohorts, List<Trial>> different = new LinkedHashMap<>();
        trials.forEach(trial -> different
                .computeIfAbsent(cohorts(trial), cohorts -> new ArrayList<>())
                .add(trial));
        List<Figure> figures = new ArrayList<>();
        different.forEach((cohorts, having) ->
                figures.add(figure(cohorts, having.get(0).name(), figures.size(), different.size() > 1)));
        return new Part(
                "cohorts",
                "Who comes back",
                List.of(
                        "Members by the month of their first order, and how many of them ordered in each month after it; orders that came back whole do not"
                                + " count. A history that is replayed has the same orders under every program: what a promotion would have made of them, no replay"
                                + " can tell."),
                figures);
    }

    private static Cohorts cohorts(Trial trial) {
        return trial.read(journal -> Cohorts.of(
                Customer.of(journal, Instant.MAX),
                trial.program().zone(),
                trial.last().month()));
    }

    private static Figure figure(Cohorts cohorts, String program, int place, boolean named) {
        String title = "Members who order again, %" + (named ? ", under " + program : "");
        List<HeatMap.Row> squares = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        cohorts.byFirstMonth().forEach((month, cohort) -> {
            int columns = cohort.buyers().size();
            squares.add(new HeatMap.Row(
                    Cells.month(month),
                    IntStream.range(0, columns)
                            .mapToObj(column -> cohort.after(column).percent(0))
                            .toList()));
            rows.add(new Row(
                    Cells.month(month),
                    cohort.buyers().stream().map(Figures::of).toList()));
        });
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        HeatMap map = new HeatMap(
                "heat-" + place,
                title,
                "A row for each month of first orders, a square for each month after it; the darker, the larger the share of members who ordered in it."
                        + " The table beneath has the numbers.",
                squares);
        Table table = Table.of(
                "Members who ordered, by the month of the first order and the months since",
                "First order",
                IntStream.range(0, columns).mapToObj(Integer::toString).toList(),
                rows);
        return new Figure(title, map.svg(), table, true);
    }
}
