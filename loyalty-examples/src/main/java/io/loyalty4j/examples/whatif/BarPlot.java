package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lying bars, those of one label together.
 *
 * @param id unique on the page
 * @param unit that is written behind each figure; may be empty
 */
record BarPlot(String id, String title, String unit, List<String> labels, List<Series> series) {
    private static final int WIDTH = 360;
    private static final int LEAST = 280;
    private static final int LONGEST = 230;
    private static final int LEGEND = 20;
    private static final int LABEL = 18;
    private static final int BAR = 14;
    private static final int GAP = 8;

    String svg() {
        Svg svg = new Svg(id, WIDTH, top() + labels.size() * group(), LEAST, title, description());
        svg.open("defs");
        for (int i = 0; i < series.size(); i++) {
            Ink.of(i).define(svg, id);
        }
        svg.close("defs");
        legend(svg);
        for (int i = 0; i < labels.size(); i++) {
            group(svg, i);
        }
        return svg.end();
    }

    private boolean alone() {
        return series.size() == 1;
    }

    private int top() {
        return alone() ? 0 : LEGEND * series.size() + 4;
    }

    private int group() {
        return LABEL + series.size() * (BAR + 2) + GAP;
    }

    private void legend(Svg svg) {
        for (int i = 0; i < series.size() && !alone(); i++) {
            Ink.of(i).bar(svg, id, 1, LEGEND * i + 2.0, 30, BAR);
            svg.words(38, LEGEND * i + 13, series.get(i).name(), "fill", "#222");
        }
    }

    private void group(Svg svg, int index) {
        double y = top() + index * group();
        double most = Math.max(Series.most(series), 1e-9);
        svg.words(1, y + 13, labels.get(index), "fill", "#222", "font-weight", "bold");
        for (int i = 0; i < series.size(); i++) {
            double bar = y + LABEL + i * (BAR + 2);
            double width = Math.max(0, LONGEST * series.get(i).value(index) / most);
            Ink.of(i).bar(svg, id, 1, bar, width, BAR);
            svg.words(width + 7, bar + 11, figure(series.get(i), index), "fill", "#222");
        }
    }

    private String figure(Series one, int index) {
        BigDecimal value = one.values().get(index);
        return Figures.of(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    private String description() {
        return IntStream.range(0, labels.size())
                .mapToObj(i -> labels.get(i) + ": "
                        + series.stream()
                                .map(one -> (alone() ? "" : one.name() + " ") + figure(one, i))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
