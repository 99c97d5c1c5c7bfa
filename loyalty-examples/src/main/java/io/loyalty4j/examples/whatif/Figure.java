package io.loyalty4j.examples.whatif;

/**
 * A drawing with its figures beneath, or figures alone.
 *
 * @param svg a drawing, which escapes what is in it; empty for none
 * @param wide whether it wants the page's width
 */
record Figure(String title, String svg, Table table, boolean wide) {
    static Figure of(LinePlot plot, Table table) {
        return new Figure(plot.title(), plot.svg(), table, false);
    }

    static Figure of(BarPlot plot, Table table) {
        return new Figure(plot.title(), plot.svg(), table, false);
    }

    static Figure of(String title, Table table) {
        return new Figure(title, "", table, false);
    }

    Figure inFullWidth() {
        return new Figure(title, svg, table, true);
    }
}
