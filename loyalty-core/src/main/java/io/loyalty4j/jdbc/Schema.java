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
import java.util.stream.Collectors;

/** The tables as they are written down for each dialect, and which version of them is there. */
final class Schema {
    static final int VERSION = 1;

    private static final String WRITTEN_PREFIX = "loyalty_";

    private final Statements statements;

    Schema(Statements statements) {
        this.statements = statements;
    }

    /** Creates all tables; a failure in the midst leaves those before it, unless the database undoes them. */
    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : script()) {
                statement.execute(each);
            }
        }
    }

    private List<String> script() {
        String path = statements.dialect().folder() + "/V1__loyalty.sql";
        String text = text(path).lines()
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
                ResultSet rows = statement.executeQuery(statements.of("select version from {schema} order by version desc"))) {
            if (!rows.next()) {
                throw new StoreFailedException(statements.table("schema") + " is empty: the tables were not finished");
            }
            int found = rows.getInt(1);
            if (found != VERSION) {
                throw new StoreFailedException("the tables are of schema " + found + ", this library writes schema "
                        + VERSION + (found < VERSION ? ": they are to be migrated first" : ": it is to be updated first"));
            }
        }
    }
}
