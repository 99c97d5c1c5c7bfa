package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** In what the databases differ. */
enum Dialect {
    /** PostgreSQL, and what speaks its protocol and dialect: Citus, CockroachDB, YugabyteDB. */
    POSTGRESQL("postgresql", "cast(null as bigint)", "cast(null as text)", "excluded.%s") {
        @Override
        String merge(String insert, List<String> key, String set) {
            return insert + " on conflict (" + String.join(", ", key) + ") do update set " + set;
        }
    },
    /** MariaDB from 10.6. */
    MARIADB("mariadb", "cast(null as signed)", "null", "values(%s)") {
        @Override
        String merge(String insert, List<String> key, String set) {
            return insert + " on duplicate key update " + set;
        }
    },
    /** H2 from 2.2, in its regular mode. */
    H2("h2", "cast(null as bigint)", "cast(null as varchar)", "offered.%s") {
        @Override
        String upsert(String insert, List<String> key, List<String> others) {
            return insert.replaceFirst("insert into", "merge into")
                    .replaceFirst("\\) values", ") key (" + String.join(", ", key) + ") values");
        }

        @Override
        String merge(String insert, List<String> key, String set) {
            String into = insert.substring("insert into ".length(), insert.indexOf(" ("));
            String columns = insert.substring(insert.indexOf('('), insert.indexOf(')') + 1);
            String rows = insert.substring(insert.indexOf(" values ") + " values ".length());
            return "merge into " + into + " using (values " + rows + ") as offered " + columns + " on "
                    + String.join(
                            " and ",
                            key.stream()
                                    .map(each -> into + "." + each + " = offered." + each)
                                    .toList())
                    + " when matched then update set " + set + " when not matched then insert " + columns + " values "
                    + columns.replaceAll("(\\w+)", "offered.$1");
        }
    };

    private final String folder;
    private final String noNumber;
    private final String noText;
    private final String offered;

    /** @param offered how {@link #merge} names what is to be inserted in a column */
    Dialect(String folder, String noNumber, String noText, String offered) {
        this.folder = folder;
        this.noNumber = noNumber;
        this.noText = noText;
        this.offered = offered;
    }

    /** An insertion that replaces the row that is there. */
    String upsert(String insert, List<String> key, List<String> others) {
        return merge(
                insert,
                key,
                others.stream().map(column -> column + " = " + offered(column)).collect(Collectors.joining(", ")));
    }

    /** An insertion that changes the row that is there. MariaDB sets one column after the other, and those behind see what was set. */
    abstract String merge(String insert, List<String> key, String set);

    /** What is to be inserted in a column, where {@link #merge} says what to set. */
    String offered(String column) {
        return String.format(Locale.ROOT, offered, column);
    }

    /** A parameter of a row that is to be merged. */
    String mark(Column column) {
        return this == H2 ? "cast(? as " + (column.number() ? "bigint)" : "varchar)") : "?";
    }

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
