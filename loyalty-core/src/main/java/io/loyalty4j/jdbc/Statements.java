package io.loyalty4j.jdbc;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements for the tables of a prefix, in a dialect. They are made of constants and question marks alone. */
final class Statements {
    /** What {@link #replaceAccount()} is given: all but the member, then the member, and the version that the account must still have. */
    static final List<Column> REPLACED = Stream.concat(
                    Table.ACCOUNT.others().stream(), Stream.of(Column.of("member"), Column.of("version#")))
            .toList();

    private final Dialect dialect;
    private final String prefix;
    private final int patience;

    /** @param patience seconds that a statement waits for others at most */
    Statements(Dialect dialect, String prefix, int patience) {
        this.dialect = dialect;
        this.prefix = prefix;
        this.patience = patience;
    }

    int patience() {
        return patience;
    }

    Dialect dialect() {
        return dialect;
    }

    String table(Table table) {
        return table(table.title());
    }

    String table(String name) {
        return prefix + name;
    }

    /** A statement that names its tables in braces. */
    String of(String text) {
        return text.replace("{", prefix).replace("}", "");
    }

    /** Of so many rows. */
    String insert(Table table, int rows) {
        return insert(table, "(" + marks(table.columns().size()) + ")", rows);
    }

    private String insert(Table table, String row, int rows) {
        return "insert into " + table(table) + " (" + names(table.columns()) + ") values "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    /** Of so many rows, no two of one key. */
    String upsert(Table table, int rows) {
        return dialect.upsert(insert(table, rows), list(table.key()), list(table.others()));
    }

    /**
     * That so many members have news: rows of contacts, no two of one member. Who is there already keeps what it has, as {@code Contact.after} says. What
     * is asked of the row that was there stands before what changes it.
     */
    String news(int rows) {
        String there = table(Table.CONTACT) + ".";
        String row = Table.CONTACT.columns().stream().map(dialect::mark).collect(Collectors.joining(", ", "(", ")"));
        String waits = "case when " + there + "from_version is null and " + there + "lease is null then "
                + dialect.offered("due_at") + " else " + there + "due_at end";
        String kept = Stream.of("told", "attempts", "channels", "from_version")
                .map(name -> name + " = coalesce(" + there + name + ", " + dialect.offered(name) + ")")
                .collect(Collectors.joining(", "));
        return dialect.merge(
                insert(Table.CONTACT, row, rows),
                list(Table.CONTACT.key()),
                "due_at = " + waits + ", " + kept + ", through_version = " + dialect.offered("through_version"));
    }

    String delete(Table table) {
        return "delete from " + table(table) + " where " + equal(table.key());
    }

    /** Sets all but the member, if the version is still what it was. */
    String replaceAccount() {
        return "update " + table(Table.ACCOUNT) + " set "
                + list(Table.ACCOUNT.others()).stream()
                        .map(name -> name + " = ?")
                        .collect(Collectors.joining(", "))
                + " where member = ? and version = ?";
    }

    private static String equal(List<Column> columns) {
        return list(columns).stream().map(name -> name + " = ?").collect(Collectors.joining(" and "));
    }

    private static String names(List<Column> columns) {
        return String.join(", ", list(columns));
    }

    private static List<String> list(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** So many question marks. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** A column that is one of some: compared with an equals sign if there is one only, which every router of shards understands. */
    static String among(String column, int count) {
        return count == 1 ? column + " = ?" : column + " in (" + marks(count) + ")";
    }
}
