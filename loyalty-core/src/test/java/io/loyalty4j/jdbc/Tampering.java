package io.loyalty4j.jdbc;

import io.loyalty4j.shop.MemberId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What somebody with a SQL prompt can do to the rows of a member: change any column, delete a row, add one. Each is undone after it was looked at. */
final class Tampering {
    private static final Map<String, List<String>> OTHER_WORDS = Map.of(
            "status", List.of("FROZEN", "OPEN"),
            "kind", List.of("TIME", "COMMAND"),
            "state", List.of("CANCELLED", "PURCHASED"),
            "from_bucket", List.of("PENDING", "HELD"),
            "to_bucket", List.of("REVOKED", "AVAILABLE"));
    private static final String NOBODY = "nobody-else";

    private final DataSource source;
    private final MemberId member;

    Tampering(DataSource source, MemberId member) {
        this.source = source;
        this.member = member;
    }

    /**
     * One alteration.
     *
     * @param rows all of the member's in that table, as they are then
     */
    record Alteration(Table table, String what, List<List<@Nullable Object>> rows) {
        @Override
        public String toString() {
            return table.title() + ": " + what;
        }
    }

    List<Alteration> of(Table table) throws SQLException {
        List<List<@Nullable Object>> rows = rows(table);
        List<Alteration> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<@Nullable Object> row = rows.get(i);
            for (int column = 0; column < row.size(); column++) {
                for (Object other : others(table.columns().get(column), row.get(column))) {
                    if (!Objects.equals(other, row.get(column))) {
                        all.add(new Alteration(
                                table,
                                table.columns().get(column).name() + " of "
                                        + row.subList(0, table.key().size()) + " is " + other,
                                with(rows, i, with(row, column, other))));
                    }
                }
            }
            List<List<@Nullable Object>> fewer = new ArrayList<>(rows);
            fewer.remove(i);
            all.add(new Alteration(table, row.subList(0, table.key().size()) + " is gone", fewer));
        }
        return all;
    }

    /** Each row again under another key; of lots the open ones. */
    List<Alteration> added(Table table) throws SQLException {
        List<List<@Nullable Object>> rows = rows(table);
        List<Alteration> all = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (table == Table.LOT && Objects.equals(row.get(2), 0L)) {
                continue;
            }
            int last = table.key().size() - 1;
            Object key = row.get(last);
            List<List<@Nullable Object>> more = new ArrayList<>(rows);
            more.add(with(row, last, key instanceof Long number ? (Object) (number + 100) : key + "-too"));
            all.add(new Alteration(table, row.subList(0, last + 1) + " is there twice", more));
        }
        return all;
    }

    private static List<Object> others(Column column, @Nullable Object value) {
        List<Object> others = new ArrayList<>();
        if (column.name().equals("member")) {
            others.add(NOBODY);
        } else if (column.number()) {
            others.add(value == null ? 1L : (Long) value + 1);
            others.add(value == null ? 1L : -(Long) value - 1);
        } else {
            String text = value == null ? "" : value.toString();
            others.add(text + "x");
            others.add(text.replaceFirst("[0-8](?=[^0-8]*$)", "9"));
            others.addAll(OTHER_WORDS.getOrDefault(column.name(), List.of()));
        }
        return others;
    }

    private static <T extends @Nullable Object> List<T> with(List<T> list, int place, T other) {
        List<T> copy = new ArrayList<>(list);
        copy.set(place, other);
        return copy;
    }

    List<List<@Nullable Object>> rows(Table table) throws SQLException {
        String sql = "select * from loyalty_" + table.title() + " where member = ? order by "
                + table.key().stream().map(Column::name).collect(Collectors.joining(", "));
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, member.value());
            List<List<@Nullable Object>> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new Result(found).of(table));
                }
            }
            return rows;
        }
    }

    /**
     * Puts rows in place of all of the member's.
     *
     * @throws SQLException if the database does not take them; it is then as it was
     */
    void put(Table table, List<List<@Nullable Object>> rows) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from loyalty_" + table.title() + " where member in (?, ?)")) {
                delete.setString(1, member.value());
                delete.setString(2, NOBODY);
                delete.executeUpdate();
            }
            String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
            String names = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into loyalty_" + table.title() + " (" + names + ") values (" + marks + ")")) {
                for (List<@Nullable Object> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.setObject(
                                i + 1, row.get(i), table.columns().get(i).number() ? Types.BIGINT : Types.VARCHAR);
                    }
                    insert.executeUpdate();
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
