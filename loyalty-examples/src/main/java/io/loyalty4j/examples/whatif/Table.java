package io.loyalty4j.examples.whatif;

import java.util.List;

/**
 * A table of the report.
 *
 * @param caption what is in it, with the unit
 * @param corner what its rows are about
 * @param prose whether its cells are sentences, not figures
 * @param sums the rows at its foot
 */
record Table(String caption, String corner, List<String> heads, List<Row> rows, List<Row> sums, boolean prose) {
    static Table of(String caption, String corner, List<String> heads, List<Row> rows) {
        return new Table(caption, corner, heads, rows, List.of(), false);
    }

    Table sums(List<Row> last) {
        return new Table(caption, corner, heads, rows, last, prose);
    }

    boolean hasSums() {
        return !sums.isEmpty();
    }

    Table inWords() {
        return new Table(caption, corner, heads, rows, sums, true);
    }
}
