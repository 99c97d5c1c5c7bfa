package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.insight.MonthEnd;
import io.loyalty4j.insight.Movement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What points did, month by month. */
final class PointsPart {
    private final List<Trial> trials;
    private final Months months;

    private PointsPart(List<Trial> trials) {
        this.trials = trials;
        this.months = new Months(trials);
    }

    static Part of(List<Trial> trials) {
        PointsPart part = new PointsPart(trials);
        List<Figure> figures = new ArrayList<>();
        part.titles().forEach((movement, title) -> figures.add(part.figure(movement, title)));
        figures.add(part.figure("outstanding", "Points outstanding", MonthEnd::closing));
        if (trials.stream().anyMatch(Trial::owed)) {
            figures.add(part.figure(
                    "debt", "Points that members owe", month -> month.ageing().debt()));
        }
        return new Part(
                "points",
                "Points month by month",
                List.of(
                        "What was outstanding the month before, and what was issued and given back, less what was redeemed, expired and taken back, is"
                                + " what is outstanding. Points that were taken back and had been spent are owed by the member; they are taken off. All months"
                                + " but the last are complete. Here and below, a drawing has 0 for what is below 0, and the table beneath it the figure."),
                figures);
    }

    /** The usual movements, and what else happened. */
    private Map<Movement, String> titles() {
        Map<Movement, String> titles = new LinkedHashMap<>();
        titles.put(Movement.ISSUED, "Points issued");
        titles.put(Movement.REDEEMED, "Points redeemed");
        titles.put(Movement.EXPIRED, "Points expired");
        titles.put(Movement.RESTORED, "Points given back with returns");
        titles.put(Movement.REVOKED, "Points taken back with returns");
        for (Movement movement : Movement.values()) {
            if (movement.sign() != 0
                    && trials.stream().anyMatch(trial -> trial.all().flows().of(movement) > 0)) {
                titles.putIfAbsent(movement, "Points " + word(movement));
            }
        }
        return titles;
    }

    private static String word(Movement movement) {
        return movement.name().toLowerCase(Locale.ROOT);
    }

    private Figure figure(Movement movement, String title) {
        Figure figure = figure(word(movement), title, month -> month.of(movement));
        List<String> sums = trials.stream()
                .map(trial -> Figures.of(trial.all().flows().of(movement)))
                .toList();
        Table table = figure.table().sums(List.of(new Row("All", sums)));
        return new Figure(figure.title(), figure.svg(), table, false);
    }

    private Figure figure(String id, String title, ToLongFunction<MonthEnd> points) {
        LinePlot plot = months.plot(
                id, title, months.series((trial, month) -> BigDecimal.valueOf(Math.max(0, points.applyAsLong(month)))));
        return Figure.of(
                plot,
                months.table(
                        title + ", by month and program", (trial, month) -> Figures.of(points.applyAsLong(month))));
    }
}
