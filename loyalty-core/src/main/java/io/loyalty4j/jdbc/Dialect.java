package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** In what the databases differ. */
enum Dialect {
    /** PostgreSQL, and what speaks its protocol and dialect: Citus, CockroachDB, YugabyteDB. */
    POSTGRESQL("postgresql", "cast(null as bigint)", "cast(null as text)") {
        @Override
        String upsert(String insert, List<String> key, List<String> others) {
            return insert + " on conflict (" + String.join(", ", key) + ") do update set "
                    + assigned(others, "excluded.%s");
        }
    },
    /** MariaDB from 10.6. */
    MARIADB("mariadb", "cast(null as signed)", "null") {
        @Override
        String upsert(String insert, List<String> key, List<String> others) {
            return insert + " on duplicate key update " + assigned(others, "values(%s)");
        }
    },
    /** H2 from 2.2, in its regular mode. */
    H2("h2", "cast(null as bigint)", "cast(null as varchar)") {
        @Override
        String upsert(String insert, List<String> key, List<String> others) {
            return insert.replaceFirst("insert into", "merge into")
                    .replaceFirst("\\) values", ") key (" + String.join(", ", key) + ") values");
        }
    };

    private final String folder;
    private final String noNumber;
    private final String noText;

    Dialect(String folder, String noNumber, String noText) {
        this.folder = folder;
        this.noNumber = noNumber;
        this.noText = noText;
    }

    /** An insertion that replaces the row that is there. */
    abstract String upsert(String insert, List<String> key, List<String> others);

    /** Where its tables are written down. */
    String folder() {
        return folder;
    }

    /** In a list of columns that are to be united with those of another table. */
    String noNumber() {
        return noNumber;
    }

    /** The same of text. */
    String noText() {
        return noText;
    }

    private static String assigned(List<String> columns, String value) {
        return String.join(
                ", ",
                columns.stream()
                        .map(column -> column + " = " + String.format(Locale.ROOT, value, column))
                        .toList());
    }

    /**
     * That of a connection.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String name = product.toLowerCase(Locale.ROOT);
        if (name.contains("postgresql") || name.contains("cockroach") || name.contains("yugabyte")) {
            return POSTGRESQL;
        }
        if (name.contains("mariadb")) {
            return MARIADB;
        }
        if (name.equals("h2")) {
            return H2;
        }
        throw new IllegalArgumentException(
                "the database is " + product + "; this store knows PostgreSQL, MariaDB and H2");
    }
}
