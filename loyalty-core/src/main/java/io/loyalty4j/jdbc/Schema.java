package io.loyalty4j.jdbc;

import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables as they are written down for each dialect, and which version of them is there. */
final class Schema {
    static final int VERSION = 1;

    private static final String WRITTEN_PREFIX = "loyalty_";

    /** What PostgreSQL says of a table that is there, and the others. */
    private static final Set<String> THERE = Set.of("42P07", "42S01");

    /** What PostgreSQL says of a table that is not there, MariaDB and H2, and H2 where it has no tables or some of a similar name. */
    private static final Set<String> MISSING = Set.of("42P01", "42S02", "42S03", "42S04");

    private final Statements statements;

    Schema(Statements statements) {
        this.statements = statements;
    }

    /**
     * Creates all tables; a failure in the midst leaves those before it, unless the database undoes them.
     *
     * @throws StoreFailedException if there are some already
     */
    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : script()) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            if (THERE.contains(String.valueOf(e.getSQLState()))) {
                throw new StoreFailedException(
                        "there are tables of these names already, made before or by another at this moment; if "
                                + statements.table("schema")
                                + " is not among them, they were never finished: drop them",
                        e);
            }
            throw e;
        }
    }

    private String path() {
        return statements.dialect().folder() + "/V1__loyalty.sql";
    }

    private List<String> script() {
        String text = text(path())
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .replace(WRITTEN_PREFIX, statements.table(""));
        return Arrays.stream(text.split(";", -1))
                .filter(each -> !each.isBlank())
                .toList();
    }

    private static String text(String path) {
        try (InputStream in = Schema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing in this library");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks that it is the one that this version of the library writes.
     *
     * @throws StoreFailedException if it is another, or there is none
     */
    void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(statements.of("select version from {schema} order by version desc"))) {
            if (!rows.next()) {
                throw new StoreFailedException(statements.table("schema") + " is empty: the tables were not finished");
            }
            int found = rows.getInt(1);
            if (found != VERSION) {
                throw new StoreFailedException("the tables are of schema " + found + ", this library writes schema "
                        + VERSION
                        + (found < VERSION ? ": they are to be migrated first" : ": it is to be updated first"));
            }
        } catch (SQLException e) {
            if (MISSING.contains(String.valueOf(e.getSQLState()))) {
                throw missing(e);
            }
            throw e;
        }
    }

    private StoreFailedException missing(SQLException error) {
        return new StoreFailedException(
                statements.table("schema") + " is missing: the tables were not created, or not finished;"
                        + " JdbcLoyaltyStore.createSchema() creates them, or io/loyalty4j/jdbc/" + path(),
                error);
    }
}
