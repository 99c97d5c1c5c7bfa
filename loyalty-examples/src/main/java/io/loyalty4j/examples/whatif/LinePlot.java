package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines over months.
 *
 * @param id unique on the page
 * @param labels of the axis, one at least
 */
record LinePlot(String id, String title, List<String> labels, List<Series> series) {
    private static final int WIDTH = 360;
    private static final int LEAST = 280;
    private static final int LEFT = 46;
    private static final int RIGHT = 12;
    private static final int LEGEND = 18;
    private static final int PLOT = 150;
    private static final int BELOW = 24;
    private static final int LABELS = 4;
    private static final int MARKS = 16;

    String svg() {
        Scale scale = Scale.upTo(Series.most(series));
        Svg svg = new Svg(id, WIDTH, top() + PLOT + BELOW, LEAST, title, description());
        legend(svg);
        scale.ticks().forEach(tick -> tick(svg, scale, tick));
        labels(svg);
        for (int i = 0; i < series.size(); i++) {
            line(svg, scale, Ink.of(i), series.get(i));
        }
        return svg.end();
    }

    private int top() {
        return LEGEND * series.size() + 10;
    }

    private void legend(Svg svg) {
        for (int i = 0; i < series.size(); i++) {
            double y = LEGEND * i + LEGEND / 2.0;
            Ink.of(i).line(svg, LEFT + "," + Svg.number(y) + " " + (LEFT + 44) + "," + Svg.number(y));
            Ink.of(i).mark(svg, LEFT + 22.0, y);
            svg.words(LEFT + 52, y + 4, series.get(i).name(), "fill", "#222");
        }
    }

    private void tick(Svg svg, Scale scale, BigDecimal tick) {
        double y = y(scale, tick.doubleValue());
        svg.shape(
                "line",
                "x1",
                LEFT,
                "x2",
                WIDTH - RIGHT,
                "y1",
                y,
                "y2",
                y,
                "stroke",
                tick.signum() == 0 ? "#444" : "#ccc");
        svg.words(LEFT - 6, y + 4, Scale.label(tick), "text-anchor", "end", "fill", "#444");
    }

    /** As many as can be read, the first and others at the same distance. */
    private void labels(Svg svg) {
        int distance = (labels.size() + LABELS - 1) / LABELS;
        for (int i = 0; i < labels.size(); i += distance) {
            String anchor = i == 0 ? "start" : x(i) > WIDTH - 40 ? "end" : "middle";
            double x = i == 0 ? LEFT - 24 : x(i) > WIDTH - 40 ? WIDTH - 2 : x(i);
            svg.shape("line", "x1", x(i), "x2", x(i), "y1", top() + PLOT, "y2", top() + PLOT + 4, "stroke", "#444");
            svg.words(x, top() + PLOT + 17, labels.get(i), "text-anchor", anchor, "fill", "#444");
        }
    }

    private void line(Svg svg, Scale scale, Ink ink, Series one) {
        ink.line(
                svg,
                IntStream.range(0, labels.size())
                        .mapToObj(i -> Svg.number(x(i)) + "," + Svg.number(y(scale, one.value(i))))
                        .collect(Collectors.joining(" ")));
        int distance = (labels.size() + MARKS - 1) / MARKS;
        for (int i = labels.size() - 1; i >= 0; i -= distance) {
            ink.mark(svg, x(i), y(scale, one.value(i)));
        }
    }

    private double x(int index) {
        double width = WIDTH - RIGHT - LEFT;
        return labels.size() == 1 ? LEFT + width / 2 : LEFT + width * index / (labels.size() - 1);
    }

    private double y(Scale scale, double value) {
        return top() + PLOT * (1 - scale.share(value));
    }

    private String description() {
        return series.stream().map(this::described).collect(Collectors.joining(" "));
    }

    private String described(Series one) {
        int most = IntStream.range(0, labels.size())
                .reduce((a, b) -> one.value(b) > one.value(a) ? b : a)
                .orElse(0);
        return one.name() + ": " + at(one, 0) + ", most with " + at(one, most) + ", at last "
                + at(one, labels.size() - 1) + ".";
    }

    private String at(Series one, int index) {
        return Figures.of(one.values().get(index)) + " in " + labels.get(index);
    }
}
