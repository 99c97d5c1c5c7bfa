package io.loyalty4j.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row that was read. Its columns may have other names there than in their table. */
final class Result {
    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ResultSet rows;
    private final Map<String, String> labels;

    Result(ResultSet rows) {
        this(rows, Map.of());
    }

    Result(ResultSet rows, Map<String, String> labels) {
        this.rows = rows;
        this.labels = labels;
    }

    private String label(String column) {
        return labels.getOrDefault(column, column);
    }

    String text(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(label(column)))
                .orElseThrow(() -> new IllegalStateException(column + " is missing"));
    }

    Optional<String> someText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(label(column)));
    }

    /** Text that is there or is not, and never empty. */
    Optional<String> someWord(String column) throws SQLException {
        Optional<String> word = someText(column);
        if (word.filter(String::isEmpty).isPresent()) {
            throw new IllegalStateException(column + " is empty");
        }
        return word;
    }

    long number(String column) throws SQLException {
        return someNumber(column).orElseThrow(() -> new IllegalStateException(column + " is missing"));
    }

    Optional<Long> someNumber(String column) throws SQLException {
        long number = rows.getLong(label(column));
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    Instant instant(String column) throws SQLException {
        return Instant.ofEpochMilli(number(column));
    }

    Optional<Instant> someInstant(String column) throws SQLException {
        return someNumber(column).map(Instant::ofEpochMilli);
    }

    /** All of a table's columns as they would be written; those that are null stay so. */
    List<@Nullable Object> of(Table table) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (Column column : table.columns()) {
            row.add(
                    column.number()
                            ? someNumber(column.name()).orElse(null)
                            : someText(column.name()).orElse(null));
        }
        return row;
    }

    /**
     * A value that was read, if its row is the one that would be written for it; for a row says some things twice.
     *
     * @throws IllegalArgumentException if it is not
     */
    <T> T said(Table table, T value, List<@Nullable Object> written) throws SQLException {
        same(table, of(table), written);
        return value;
    }

    /**
     * Checks that a row that was found is the one that would be written.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void same(Table table, List<@Nullable Object> found, List<@Nullable Object> written) {
        for (int i = 0; i < found.size(); i++) {
            if (!Objects.equals(found.get(i), written.get(i))) {
                throw new IllegalArgumentException("its row of " + table.title() + " says of "
                        + table.columns().get(i).name() + " " + found.get(i) + ", the rest comes to " + written.get(i));
            }
        }
    }

    /** As a column has it. */
    static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Result::millis).orElse(null);
    }

    /** As a column has it; what is farther away than a column's numbers go stands at their end. */
    static long millis(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(LATEST) ? Long.MAX_VALUE : instant.toEpochMilli();
    }
}
