package io.loyalty4j.insight;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180, letter by letter. */
final class Rows {
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();

    private Rows() {}

    static List<List<String>> of(String text) {
        Rows rows = new Rows();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                quoted = c != '"' || twice;
                i += twice ? 1 : 0;
                if (quoted) {
                    rows.cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                rows.endCell();
            } else if (c == '\n') {
                rows.endCell();
                rows.endRow();
            } else if (c != '\r') {
                rows.cell.append(c);
            }
        }
        return rows.rows;
    }

    private void endCell() {
        row.add(cell.toString());
        cell = new StringBuilder();
    }

    private void endRow() {
        rows.add(row);
        row = new ArrayList<>();
    }
}
