package io.loyalty4j.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in aligned columns: numbers and what stands in their columns to the right, words to the left. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    private TextTable(List<String> headings) {
        this.columns = headings.size();
        rows.add(headings);
    }

    /** @param headings of all columns; one that begins with {@code >} is set to the right with what is below it */
    static TextTable of(String... headings) {
        return new TextTable(List.of(headings));
    }

    /** @throws IllegalArgumentException if the cells are not as many as the headings */
    TextTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines of the table, indented; without headings, no line for them. */
    List<String> lines() {
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream()
                .map(row -> aligned(row, widths).stripTrailing())
                .filter(line -> !line.isEmpty())
                .map(line -> GAP + line)
                .toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> text(row, column).length()).max().orElse(0);
    }

    private String aligned(List<String> row, int[] widths) {
        return IntStream.range(0, columns)
                .mapToObj(column -> aligned(text(row, column), widths[column], right(column)))
                .collect(Collectors.joining(GAP));
    }

    private static String aligned(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }

    private String text(List<String> row, int column) {
        String cell = row.get(column);
        return row == rows.get(0) && right(column) ? cell.substring(1) : cell;
    }

    private boolean right(int column) {
        return rows.get(0).get(column).startsWith(">");
    }
}
