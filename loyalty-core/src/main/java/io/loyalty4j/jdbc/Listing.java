package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table in the order of an index. One that cannot be read is told in the log and passed over, and those behind it come in its place:
 * however many there are of them, they stand in nobody's way.
 *
 * @param condition on one value, by which the index is read
 */
record Listing<T>(Statements statements, Table table, String condition, List<Column> order, Reader<T> reader) {
    /** Makes something of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Result row) throws SQLException;
    }

    List<T> first(Connection connection, Object bound, int limit) throws SQLException {
        List<T> found = new ArrayList<>();
        List<@Nullable Object> last = new ArrayList<>();
        int asked;
        int got = 0;
        do {
            asked = limit - found.size();
            got = asked > 0 ? page(connection, bound, asked, found, last) : 0;
        } while (got == asked && found.size() < limit);
        return found;
    }

    /** Gives how many rows there were. */
    private int page(Connection connection, Object bound, int limit, List<T> found, List<@Nullable Object> last)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(!last.isEmpty()))) {
            int place = 1;
            Rows.bind(statement, place++, false, bound);
            for (Object each : last) {
                Rows.bind(statement, place++, false, each);
            }
            statement.setInt(place, limit);
            int got = 0;
            try (ResultSet rows = statement.executeQuery()) {
                for (; rows.next(); got++) {
                    Result row = new Result(rows);
                    last.clear();
                    for (Column column : order) {
                        last.add(column.number() ? (Object) row.number(column.name()) : row.text(column.name()));
                    }
                    read(row, last, found);
                }
            }
            return got;
        }
    }

    /** @param behind whether it goes on behind a row */
    String sql(boolean behind) {
        String names = order.stream().map(Column::name).collect(Collectors.joining(", "));
        return "select * from " + statements.table(table) + " where " + condition
                + (behind ? " and (" + names + ") > (" + Statements.marks(order.size()) + ")" : "")
                + " order by " + names + " limit ?";
    }

    private void read(Result row, List<@Nullable Object> place, List<T> found) throws SQLException {
        try {
            found.add(reader.read(row));
        } catch (IllegalArgumentException | IllegalStateException e) {
            Connections.LOG.error("A row of {} at {} cannot be read; it is passed over", table.title(), place, e);
        }
    }
}
