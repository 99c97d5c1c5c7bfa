package io.loyalty4j.examples.replay;

import io.loyalty4j.examples.replay.SampleShelf.Article;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A paper of the made-up shop: an order, or a cancellation. It gets its number when all papers are in the order of time.
 *
 * @param customer 0 is a guest
 */
record SampleSlip(LocalDateTime at, int customer, String country, boolean cancellation, List<Row> rows) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    SampleSlip {
        rows = List.copyOf(rows);
    }

    SampleSlip at(LocalDateTime other) {
        return new SampleSlip(other, customer, country, cancellation, rows);
    }

    SampleSlip with(Article article, int pieces) {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(article, pieces));
        return new SampleSlip(at, customer, country, cancellation, more);
    }

    /** The cancellation of some of its rows, later. */
    SampleSlip returned(LocalDateTime later, List<Row> some) {
        return new SampleSlip(later, customer, country, true, some);
    }

    /** In every fortieth paper the last line was rung up a minute later. */
    List<String> lines(int number) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean late = number % 40 == 0 && i > 0 && i == rows.size() - 1;
            lines.add(line(number, rows.get(i), late ? at.plusMinutes(1) : at));
        }
        return lines;
    }

    private String line(int number, Row row, LocalDateTime time) {
        Article article = row.article();
        return String.join(
                ",",
                (cancellation ? "C" : "") + number,
                article.code(),
                quoted(article.name()),
                Integer.toString(cancellation ? -row.pieces() : row.pieces()),
                time.format(FORMAT),
                article.price(),
                customer == 0 ? "" : customer + ".0",
                country);
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Pieces of an article. */
    record Row(Article article, int pieces) {}
}
