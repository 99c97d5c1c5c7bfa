package io.loyalty4j.examples.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Shares as a table of squares: the larger, the darker, and each with its figure in it.
 *
 * @param id unique on the page
 * @param rows with as many cells as there are; longer ones first or not
 */
record HeatMap(String id, String title, String description, List<Row> rows) {
    private static final int LEFT = 66;
    private static final int TOP = 34;
    private static final int WIDE = 34;
    private static final int HIGH = 24;
    private static final double WHITE_FROM = 0.41;

    /**
     * One row.
     *
     * @param percent 0 to 100; empty where there is no share
     */
    record Row(String label, List<Optional<BigDecimal>> percent) {}

    String svg() {
        int columns = rows.stream().mapToInt(row -> row.percent().size()).max().orElse(0);
        int width = LEFT + columns * WIDE + 2;
        Svg svg = new Svg(id, width, TOP + rows.size() * HIGH + 2, width, title, description);
        svg.words(LEFT, 12, "months since the first order", "fill", "#222");
        for (int column = 0; column < columns; column++) {
            svg.words(
                    LEFT + (column + 0.5) * WIDE,
                    TOP - 6,
                    Integer.toString(column),
                    "text-anchor",
                    "middle",
                    "fill",
                    "#222");
        }
        for (int row = 0; row < rows.size(); row++) {
            row(svg, rows.get(row), TOP + row * HIGH);
        }
        return svg.end();
    }

    private static void row(Svg svg, Row row, double y) {
        svg.words(LEFT - 6, y + 16, row.label(), "text-anchor", "end", "fill", "#222");
        for (int column = 0; column < row.percent().size(); column++) {
            double x = LEFT + column * WIDE;
            row.percent().get(column).ifPresent(percent -> cell(svg, x, y, percent));
        }
    }

    /** White from where it has a contrast of 4.5 to 1 and more with the square, black below, where black has. */
    private static void cell(Svg svg, double x, double y, BigDecimal percent) {
        double share = percent.doubleValue() / 100;
        String shade = "hsl(215 60% " + Svg.number(97 - 72 * Math.sqrt(share)) + "%)";
        svg.shape("rect", "x", x, "y", y, "width", WIDE, "height", HIGH, "fill", shade, "stroke", "#fff");
        svg.words(
                x + WIDE / 2.0,
                y + 16,
                percent.toPlainString(),
                "text-anchor",
                "middle",
                "fill",
                share >= WHITE_FROM ? "#fff" : "#000");
    }
}
