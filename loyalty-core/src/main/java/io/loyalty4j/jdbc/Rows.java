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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows to be written or deleted, collected so that each table is written by one statement with many rows. */
final class Rows {
    private static final int MOST = 64;

    private final Statements statements;
    private final Map<Table, List<List<@Nullable Object>>> inserted = new EnumMap<>(Table.class);
    private final Map<Table, List<List<@Nullable Object>>> replaced = new EnumMap<>(Table.class);
    private final Map<Table, List<List<@Nullable Object>>> deleted = new EnumMap<>(Table.class);
    private final List<List<@Nullable Object>> news = new ArrayList<>();

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

    /** That a member has news, of whom there may be a contact. */
    void news(List<@Nullable Object> contact) {
        news.add(contact);
    }

    void write(Connection connection) throws SQLException {
        for (Map.Entry<Table, List<List<@Nullable Object>>> rows : deleted.entrySet()) {
            Table table = rows.getKey();
            for (int count : batch(connection, statements.delete(table), table.key(), rows.getValue())) {
                check(count != 0 && count != Statement.EXECUTE_FAILED, table);
            }
        }
        for (Map.Entry<Table, List<List<@Nullable Object>>> rows : inserted.entrySet()) {
            Table table = rows.getKey();
            int written = many(connection, table, rows.getValue(), count -> statements.insert(table, count));
            check(written == rows.getValue().size(), table);
        }
        for (Map.Entry<Table, List<List<@Nullable Object>>> rows : replaced.entrySet()) {
            Table table = rows.getKey();
            many(connection, table, rows.getValue(), count -> statements.upsert(table, count));
        }
        many(connection, Table.CONTACT, news, statements::news);
    }

    private static void check(boolean written, Table table) throws SQLException {
        if (!written) {
            throw new SQLException("not all rows of " + table.title() + " were written");
        }
    }

    /** Many rows in one statement. Gives the number that the database tells; of rows that were there, it depends on the database. */
    private static int many(
            Connection connection, Table table, List<List<@Nullable Object>> rows, IntFunction<String> statement)
            throws SQLException {
        int written = 0;
        for (int from = 0; from < rows.size(); from += MOST) {
            List<List<@Nullable Object>> some = rows.subList(from, Math.min(rows.size(), from + MOST));
            try (PreparedStatement prepared = connection.prepareStatement(statement.apply(some.size()))) {
                for (int i = 0; i < some.size(); i++) {
                    bind(
                            prepared,
                            table.columns(),
                            some.get(i),
                            i * table.columns().size());
                }
                written += prepared.executeUpdate();
            }
        }
        return written;
    }

    /** One row at a time: how many rows each has changed. Who waits for others gives up in time. */
    int[] batch(Connection connection, String sql, List<Column> columns, List<List<@Nullable Object>> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(statements.patience());
            if (rows.size() == 1) {
                bind(statement, columns, rows.get(0), 0);
                return new int[] {statement.executeUpdate()};
            }
            for (List<@Nullable Object> row : rows) {
                bind(statement, columns, row, 0);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<Column> columns, List<@Nullable Object> row, int before)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            bind(statement, before + i + 1, columns.get(i).number(), row.get(i));
        }
    }

    /** @param number what the column is, if there is no value */
    static void bind(PreparedStatement statement, int place, boolean number, @Nullable Object value)
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
