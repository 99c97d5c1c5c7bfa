package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows to be written or deleted, collected so that each table is written by one statement with many rows. */
final class Rows {
    private final Statements statements;
    private final Map<Table, List<List<@Nullable Object>>> inserted = new EnumMap<>(Table.class);
    private final Map<Table, List<List<@Nullable Object>>> replaced = new EnumMap<>(Table.class);
    private final Map<Table, List<List<@Nullable Object>>> deleted = new EnumMap<>(Table.class);

    Rows(Statements statements) {
        this.statements = statements;
    }

    /** Values in the order of the table's columns: text, longs, or null. */
    void insert(Table table, List<@Nullable Object> row) {
        inserted.computeIfAbsent(table, each -> new ArrayList<>()).add(row);
    }

    /** The same of a row that may be there. */
    void replace(Table table, List<@Nullable Object> row) {
        replaced.computeIfAbsent(table, each -> new ArrayList<>()).add(row);
    }

    /** Of the row that a key names. */
    void delete(Table table, List<@Nullable Object> key) {
        deleted.computeIfAbsent(table, each -> new ArrayList<>()).add(key);
    }

    void write(Connection connection) throws SQLException {
        for (Map.Entry<Table, List<List<@Nullable Object>>> rows : deleted.entrySet()) {
            Table table = rows.getKey();
            run(connection, statements.delete(table), table.key(), rows.getValue());
        }
        for (Map.Entry<Table, List<List<@Nullable Object>>> rows : inserted.entrySet()) {
            Table table = rows.getKey();
            run(connection, statements.insert(table), table.columns(), rows.getValue());
        }
        for (Map.Entry<Table, List<List<@Nullable Object>>> rows : replaced.entrySet()) {
            Table table = rows.getKey();
            batch(connection, statements.upsert(table), table.columns(), rows.getValue());
        }
    }

    private static void run(Connection connection, String sql, List<Column> columns, List<List<@Nullable Object>> rows)
            throws SQLException {
        for (int count : batch(connection, sql, columns, rows)) {
            if (count == 0 || count == Statement.EXECUTE_FAILED) {
                throw new SQLException("a row was not written by: " + sql);
            }
        }
    }

    /** How many rows each has changed. */
    static int[] batch(Connection connection, String sql, List<Column> columns, List<List<@Nullable Object>> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (rows.size() == 1) {
                bind(statement, columns, rows.get(0));
                return new int[] {statement.executeUpdate()};
            }
            for (List<@Nullable Object> row : rows) {
                bind(statement, columns, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<Column> columns, List<@Nullable Object> row)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            bind(statement, i + 1, columns.get(i).number(), row.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int place, boolean number, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(place, number ? Types.BIGINT : Types.VARCHAR);
        } else if (value instanceof Long whole) {
            statement.setLong(place, whole);
        } else {
            statement.setString(place, value.toString());
        }
    }
}
