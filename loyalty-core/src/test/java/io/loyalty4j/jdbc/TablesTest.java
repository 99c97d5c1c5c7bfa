package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables as they are written down for each database are those that the store writes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TablesTest {
    private static final Set<String> OF_NO_MEMBER = Set.of("allotment", "claim", "schema");
    private static final Map<String, Integer> SECONDARY =
            Map.of("account", 2, "outbox", 1, "claim", 1, "contact", 1, "notice", 1);
    /** They make statements of columns and question marks. */
    private static final Set<String> NAMED_BY_THE_CODE = Set.of("Dialect.java", "Part.java", "Statements.java");

    private static final Pattern TABLE =
            Pattern.compile("create table loyalty_(\\w+) \\((.*?)\\)[^()]*;", Pattern.DOTALL);

    static List<Database> all() {
        return Database.all();
    }

    private static String script(Dialect dialect) throws IOException {
        try (InputStream in = TablesTest.class.getResourceAsStream(dialect.folder() + "/V1__loyalty.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, List<String>> lines(Dialect dialect) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        Matcher table = TABLE.matcher(script(dialect));
        while (table.find()) {
            tables.put(
                    table.group(1),
                    Arrays.stream(table.group(2).split("\n", -1))
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList());
        }
        return tables;
    }

    @ParameterizedTest
    @EnumSource
    void every_database_has_the_tables_and_columns_that_are_written(Dialect dialect) throws IOException {
        Map<String, List<String>> tables = lines(dialect);
        for (Table table : Table.values()) {
            List<String> columns = tables.get(table.name().toLowerCase(Locale.ROOT)).stream()
                    .filter(line -> !line.matches("(primary key|unique|check).*"))
                    .map(line -> line.substring(0, line.indexOf(' ')) + (line.contains(" bigint") ? "#" : ""))
                    .toList();
            assertThat(columns)
                    .as(table + " of " + dialect)
                    .containsExactlyElementsOf(table.columns().stream()
                            .map(column -> column.name() + (column.number() ? "#" : ""))
                            .toList());
        }
        for (Table table : List.of(Table.POSTING, Table.ENTRY, Table.AWARD)) {
            assertThat(tables.get("archived_" + table.title())).isEqualTo(tables.get(table.title()));
        }
        assertThat(tables).hasSize(Table.values().length + OF_NO_MEMBER.size() + 3);
    }

    @ParameterizedTest
    @EnumSource
    void every_key_begins_with_the_member(Dialect dialect) throws IOException {
        lines(dialect).forEach((table, lines) -> {
            String first = OF_NO_MEMBER.contains(table) ? "" : "member";
            List<String> keys = lines.stream()
                    .filter(line -> line.matches("(primary key|unique).*") || line.contains(" primary key "))
                    .toList();
            assertThat(keys)
                    .as(table)
                    .isNotEmpty()
                    .allMatch(key -> key.matches("(.* )?(primary key|unique) \\(" + first + ".*"));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_database_has_them_with_no_other_index_than_housekeeping_needs(Database database) throws SQLException {
        DataSource source = database.fresh();
        JdbcLoyaltyStore.on(source).createSchema();
        try (Connection connection = source.getConnection()) {
            for (Table table : Table.values()) {
                String name = stored(connection, "loyalty_" + table.name().toLowerCase(Locale.ROOT));
                assertThat(columns(connection, name))
                        .as(name)
                        .containsExactlyElementsOf(
                                table.columns().stream().map(Column::name).toList());
            }
            for (String table : List.of(
                    "account",
                    "posting",
                    "entry",
                    "award",
                    "lot",
                    "hold",
                    "counter",
                    "voucher",
                    "position",
                    "profile",
                    "outbox",
                    "contact",
                    "notice",
                    "allotment",
                    "claim")) {
                assertThat(secondary(connection, stored(connection, "loyalty_" + table)))
                        .as("secondary indexes of " + table)
                        .hasSize(SECONDARY.getOrDefault(table, 0));
            }
        }
    }

    /** H2 keeps names in capitals. */
    private static String stored(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static Set<String> secondary(Connection connection, String table) throws SQLException {
        Set<String> indexes = new TreeSet<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null && rows.getBoolean("NON_UNIQUE")) {
                    indexes.add(rows.getString("INDEX_NAME"));
                }
            }
        }
        return indexes;
    }

    /** Values are handed over as parameters, all of them: whatever is put together with text is named by the code itself. */
    @Test
    void no_statement_is_put_together_with_values() throws IOException {
        Pattern quoted = Pattern.compile(
                "\"[^\"\n]*\\b(where|values|set|select|limit)\\b[^\"\n]*'\"\\s*\\+", Pattern.CASE_INSENSITIVE);
        Pattern glued = Pattern.compile(
                "\"[^\"\n]*(=|<|>|\\blike|\\bin \\(|\\blimit|\\bvalues \\()\\s*\"\\s*\\+\\s*(?!marks|Statements)",
                Pattern.CASE_INSENSITIVE);
        Path sources = Path.of("src", "main", "java", "io", "loyalty4j", "jdbc");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                for (Pattern pattern : List.of(quoted, glued)) {
                    pattern.matcher(
                                    NAMED_BY_THE_CODE.contains(
                                                    file.getFileName().toString())
                                            ? ""
                                            : text)
                            .results()
                            .forEach(hit -> found.add(file.getFileName() + ": " + hit.group()));
                }
                if (!file.endsWith("Schema.java")) {
                    assertThat(text).as(file.toString()).doesNotContain("createStatement(");
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
