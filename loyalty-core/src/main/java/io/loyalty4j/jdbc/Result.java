package io.loyalty4j.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
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
