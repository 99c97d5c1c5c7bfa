package io.loyalty4j.jdbc;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static java.sql.Connection.TRANSACTION_REPEATABLE_READ;
import static java.sql.Connection.TRANSACTION_SERIALIZABLE;

import io.loyalty4j.jdbc.TroubleBench.Struck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Ways to get an error out of a database by plain SQL. */
enum Trouble {
    LOST_UNDER_REPEATABLE_READ(TRANSACTION_REPEATABLE_READ, bench -> {
        bench.mine("SELECT version FROM account");
        TroubleBench.compareAndSet(bench.other, 1);
        bench.other.commit();
        return mine(bench, () -> TroubleBench.compareAndSet(bench.mine, 1));
    }),
    DEADLOCK(bench -> {
        TroubleBench.compareAndSet(bench.mine, 1);
        TroubleBench.compareAndSet(bench.other, 2);
        CompletableFuture<Optional<Struck>> others =
                TroubleBench.meanwhile(bench.other, () -> TroubleBench.compareAndSet(bench.other, 1));
        Optional<Struck> mine = mine(bench, () -> TroubleBench.compareAndSet(bench.mine, 2));
        if (mine.isPresent()) {
            return mine;
        }
        bench.mine.rollback();
        return others.join();
    }),
    LOCK_WAIT_TOO_LONG(bench -> {
        TroubleBench.compareAndSet(bench.other, 1);
        bench.mine(bench.by("SET LOCK_TIMEOUT 50", "SET LOCAL lock_timeout = 50", "SET innodb_lock_wait_timeout = 1"));
        return mine(bench, () -> TroubleBench.compareAndSet(bench.mine, 1));
    }),
    LOCKED_AND_NOT_WAITED_FOR(bench -> {
        TroubleBench.compareAndSet(bench.other, 1);
        return mine(bench, () -> bench.mine("SELECT version FROM account WHERE id = 1 FOR UPDATE NOWAIT"));
    }),
    STATEMENT_TOO_LONG(bench -> mine(bench, () -> patiently(bench, slow(bench, "60")))),
    STATEMENT_TOO_LONG_FOR_IT_WAITS(bench -> {
        TroubleBench.compareAndSet(bench.other, 1);
        bench.mine(bench.by("SET LOCK_TIMEOUT 1500", "SELECT 1", "SELECT 1"));
        return mine(bench, () -> patiently(bench, "UPDATE account SET version = 2 WHERE id = 1"));
    }),
    STATEMENT_CANCELLED(bench -> {
        try (Statement statement = bench.mine.createStatement()) {
            CompletableFuture<Optional<Struck>> cancelled =
                    TroubleBench.meanwhile(bench.mine, () -> statement.execute(slow(bench, "60")));
            // PostgreSQL's driver asks once for each statement, and a server that has not begun with it does not
            // listen.
            bench.other(bench.by("SELECT 1", "SELECT pg_sleep(1)", "SELECT SLEEP(1)"));
            return TroubleBench.until(cancelled, statement::cancel);
        }
    }),
    DUPLICATE(bench -> mine(bench, () -> bench.mine("INSERT INTO account (id, version) VALUES (1, 0)"))),
    DUPLICATE_IN_A_BATCH(bench -> mine(bench, () -> {
        try (PreparedStatement insert =
                bench.mine.prepareStatement("INSERT INTO account (id, version) VALUES (?, 0)")) {
            for (int id = 3; id >= 1; id--) {
                insert.setInt(1, id);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    })),
    KILLED(bench -> {
        bench.database.kill(bench.mine);
        return mine(bench, () -> bench.mine("SELECT 1"));
    }),
    KILLED_BEFORE_COMMIT(bench -> {
        bench.database.kill(bench.mine);
        return mine(bench, bench.mine::commit);
    }),
    KILLED_WHILE_WAITING(bench -> {
        Database.Session session = bench.database.session(bench.mine);
        TroubleBench.compareAndSet(bench.other, 1);
        bench.mine(bench.by("SET LOCK_TIMEOUT 3000", "SELECT 1", "SELECT 1"));
        CompletableFuture<Optional<Struck>> killed =
                TroubleBench.meanwhile(bench.mine, () -> TroubleBench.compareAndSet(bench.mine, 1));
        return TroubleBench.until(killed, session::kill);
    }),
    IDLE_TOO_LONG(bench -> {
        bench.mine(bench.by("", "SET idle_in_transaction_session_timeout = 50", "SET idle_transaction_timeout = 1"));
        bench.other(slow(bench, "1.5"));
        return mine(bench, () -> bench.mine("SELECT 1"));
    }),
    TRANSACTION_TOO_LONG(bench -> {
        bench.mine("SET transaction_timeout = 50");
        return mine(bench, () -> bench.mine(slow(bench, "60")));
    }),
    NO_ANSWER(bench -> {
        bench.mine.setNetworkTimeout(Runnable::run, 200);
        return mine(bench, () -> bench.mine(slow(bench, "3")));
    }),
    NO_SERVER(bench -> {
        String url = bench.by("", "jdbc:postgresql://localhost:1/none", "jdbc:mariadb://localhost:1/none");
        return mine(bench, () -> new UrlDataSource(url, "a", "a").getConnection());
    }),
    TOO_MANY_CONNECTIONS(bench -> {
        try (Connection admin = bench.database.admin()) {
            Database.run(
                    admin,
                    bench.by("", "DROP ROLE IF EXISTS few", "DROP USER IF EXISTS few@localhost"),
                    bench.by(
                            "",
                            "CREATE ROLE few LOGIN PASSWORD 'few' CONNECTION LIMIT 1",
                            "CREATE USER few@localhost IDENTIFIED BY 'few' WITH MAX_USER_CONNECTIONS 1"),
                    bench.by("", "GRANT pg_read_all_data TO few", "GRANT SELECT ON *.* TO few@localhost"));
        }
        try (Connection only = bench.source.getConnection("few", "few")) {
            Database.run(only, "SELECT 1");
            return mine(bench, () -> bench.source.getConnection("few", "few").close());
        }
    }),
    WRITE_SKEW_AT_COMMIT(TRANSACTION_SERIALIZABLE, bench -> {
        bench.other.rollback();
        bench.other.setTransactionIsolation(TRANSACTION_SERIALIZABLE);
        bench.other("SELECT version FROM account", "UPDATE account SET version = 1 WHERE id = 1");
        bench.mine("SELECT version FROM account", "UPDATE account SET version = 1 WHERE id = 2");
        bench.other.commit();
        return mine(bench, bench.mine::commit);
    }),
    FULL(bench -> {
        bench.other("SET max_heap_table_size = 16384", "CREATE TABLE small (text CHAR(255)) ENGINE = MEMORY");
        return mine(bench, () -> bench.mine("INSERT INTO small SELECT REPEAT('x', 255) FROM seq_1_to_10000"));
    }),
    CLOSED(bench -> {
        bench.mine.close();
        return mine(bench, () -> bench.mine("SELECT 1"));
    }),
    STATEMENT_CLOSED(bench -> {
        Statement statement = bench.mine.createStatement();
        statement.close();
        return mine(bench, () -> statement.execute("SELECT 1"));
    }),
    READ_ONLY_TRANSACTION(bench -> {
        bench.mine.rollback();
        bench.mine.setReadOnly(true);
        return mine(bench, () -> bench.mine("INSERT INTO marker VALUES (3)"));
    }),
    READ_ONLY_SERVER(bench -> {
        try (Connection admin = bench.database.admin()) {
            Database.run(admin, "SET GLOBAL read_only = 1");
            try {
                return mine(bench, () -> bench.mine("INSERT INTO marker VALUES (3)"));
            } finally {
                Database.run(admin, "SET GLOBAL read_only = 0");
            }
        }
    }),
    OUT_OF_RANGE(
            bench -> mine(bench, () -> bench.mine("UPDATE account SET version = version + 9223372036854775807 + 1"))),
    CHECK_BROKEN(bench -> mine(bench, () -> bench.mine("UPDATE account SET version = -1"))),
    MISSING(bench -> mine(bench, () -> bench.mine("UPDATE account SET version = NULL"))),
    TOO_LONG(bench -> mine(bench, () -> bench.mine("UPDATE account SET name = '12345'"))),
    NO_TABLE(bench -> mine(bench, () -> bench.mine("SELECT 1 FROM nowhere")));

    @FunctionalInterface
    private interface Strike {
        Optional<Struck> at(TroubleBench bench) throws SQLException;
    }

    private final int isolation;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
    private final Strike strike;

    Trouble(Strike strike) {
        this(TRANSACTION_READ_COMMITTED, strike);
    }

    Trouble(int isolation, Strike strike) {
        this.isolation = isolation;
        this.strike = strike;
    }

    /** What an error of {@code database} says, and what it leaves: state, number, fault, and the session after it. */
    String on(Database database) throws SQLException {
        try (TroubleBench bench = new TroubleBench(database, isolation)) {
            Optional<Struck> struck = strike.at(bench);
            if (struck.isEmpty()) {
                return "no error";
            }
            SQLException error = struck.get().error();
            return error.getSQLState() + " " + error.getErrorCode() + " " + Fault.of(error) + " "
                    + bench.after(struck.get().victim());
        }
    }

    private static Optional<Struck> mine(TroubleBench bench, TroubleBench.Sql sql) {
        return TroubleBench.struck(bench.mine, sql);
    }

    private static void patiently(TroubleBench bench, String sql) throws SQLException {
        try (Statement statement = bench.mine.createStatement()) {
            statement.setQueryTimeout(1);
            statement.execute(sql);
        }
    }

    /** H2 has no statement that sleeps, and counts for hours whatever is asked. */
    private static String slow(TroubleBench bench, String seconds) {
        return bench.by(
                "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b WHERE MOD(a.x * b.x, 7) = 9",
                "SELECT pg_sleep(" + seconds + ")",
                "SELECT SLEEP(" + seconds + ")");
    }
}
