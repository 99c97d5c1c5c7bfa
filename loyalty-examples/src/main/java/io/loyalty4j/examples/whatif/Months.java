package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.MonthEnd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Figures of every month under every program: a plot with a line for each program, and a table with a column for each. */
final class Months {
    private final List<Trial> trials;
    private final List<String> labels;

    Months(List<Trial> trials) {
        this.trials = trials;
        this.labels = trials.get(0).months().stream()
                .map(month -> Cells.month(month.month()))
                .toList();
    }

    List<String> labels() {
        return labels;
    }

    LinePlot plot(String id, String title, List<Series> series) {
        return new LinePlot(id, title, labels, series);
    }

    /** What a trial has of each month, drawn. */
    List<Series> series(BiFunction<Trial, MonthEnd, BigDecimal> value) {
        return trials.stream()
                .map(trial -> new Series(
                        trial.name(),
                        trial.months().stream()
                                .map(month -> value.apply(trial, month))
                                .toList()))
                .toList();
    }

    Table table(String caption, BiFunction<Trial, MonthEnd, String> cell) {
        return table(caption, trials.stream().map(Trial::name).toList(), (column, month) -> {
            Trial trial = trials.get(column);
            return cell.apply(trial, trial.months().get(month));
        });
    }

    /** @param cell by the number of the column and of the month */
    Table table(String caption, List<String> heads, BiFunction<Integer, Integer, String> cell) {
        List<Row> rows = new ArrayList<>();
        for (int month = 0; month < labels.size(); month++) {
            int index = month;
            rows.add(new Row(labels.get(month), cells(heads.size(), column -> cell.apply(column, index))));
        }
        return Table.of(caption, "Month", heads, rows);
    }

    private static List<String> cells(int columns, Function<Integer, String> cell) {
        return IntStream.range(0, columns).boxed().map(cell).toList();
    }
}
