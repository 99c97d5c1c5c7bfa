package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Two sessions on accounts 1 and 2 of a fresh schema, each in a transaction that has written a marker. */
final class TroubleBench implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(5);

    enum Product {
        H2,
        POSTGRESQL,
        MARIADB
    }

    /** What a session that met an error finds. */
    enum After {
        /** The statement failed alone: a commit keeps all that was written before it. */
        STATEMENT_FAILED,
        /** All is rolled back, the next statement works, and a commit would keep that one alone. */
        ROLLED_BACK,
        /** The next statement is refused, and a commit keeps nothing. */
        REFUSED,
        /** The session is gone, and so is all that it wrote. */
        GONE
    }

    final Database database;
    final DataSource source;
    final Product product;
    final Connection mine;
    final Connection other;

    TroubleBench(Database database, int isolation) throws SQLException {
        this.database = database;
        source = database.fresh();
        try (Connection connection = source.getConnection()) {
            product = Product.valueOf(
                    connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT));
            Database.run(
                    connection,
                    "CREATE TABLE account (id INT PRIMARY KEY, version BIGINT NOT NULL, name VARCHAR(4), CHECK (version >= 0))",
                    "CREATE TABLE marker (id INT PRIMARY KEY)",
                    "INSERT INTO account (id, version) VALUES (1, 0), (2, 0)");
        }
        mine = begun(isolation, 1);
        other = begun(Connection.TRANSACTION_READ_COMMITTED, 2);
    }

    private Connection begun(int isolation, int marker) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(isolation);
        Database.run(connection, "INSERT INTO marker VALUES (" + marker + ")");
        return connection;
    }

    /** The error that a statement met, and whose it was. */
    record Struck(SQLException error, Connection victim) {}

    @FunctionalInterface
    interface Sql {
        void run() throws SQLException;
    }

    static Optional<Struck> struck(Connection victim, Sql sql) {
        try {
            sql.run();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(new Struck(e, victim));
        }
    }

    /** As {@link #struck}, by another thread, for it may have to wait. */
    static CompletableFuture<Optional<Struck>> meanwhile(Connection victim, Sql sql) {
        return CompletableFuture.supplyAsync(() -> struck(victim, sql));
    }

    /**
     * Does something again and again until what waits has ended. It pauses between: asked without a pause, H2 was seen to go on for minutes with a statement that
     * was cancelled all the time.
     */
    static Optional<Struck> until(CompletableFuture<Optional<Struck>> ended, Sql again) throws SQLException {
        while (!ended.isDone()) {
            again.run();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return ended.join();
    }

    /** How many rows {@code connection} moved from version 0. */
    static int compareAndSet(Connection connection, int account) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE account SET version = 1 WHERE version = 0 AND id = " + account);
        }
    }

    String by(String h2, String postgresql, String mariadb) {
        return switch (product) {
            case H2 -> h2;
            case POSTGRESQL -> postgresql;
            case MARIADB -> mariadb;
        };
    }

    void mine(String... statements) throws SQLException {
        Database.run(mine, statements);
    }

    void other(String... statements) throws SQLException {
        Database.run(other, statements);
    }

    /** Asks the session that met an error for another statement and a commit, and a new one for what is left. */
    After after(Connection victim) throws SQLException {
        boolean works = works(victim);
        boolean gone = !works && !victim.isValid(1) && (victim.isClosed() || !rollsBack(victim));
        if (!gone) {
            commit(victim);
        }
        if (kept(victim == mine ? 1 : 2)) {
            return works ? After.STATEMENT_FAILED : fail("refuses statements and keeps rows");
        }
        return works ? After.ROLLED_BACK : gone ? After.GONE : After.REFUSED;
    }

    private static boolean works(Connection victim) {
        try {
            Database.run(victim, "SELECT 1");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean rollsBack(Connection victim) {
        try {
            victim.rollback();
            return works(victim);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void commit(Connection victim) {
        try {
            victim.commit();
        } catch (SQLException e) {
            // What counts is what is kept.
        }
    }

    private boolean kept(int marker) throws SQLException {
        try (Connection fresh = source.getConnection();
                Statement statement = fresh.createStatement();
                ResultSet result = statement.executeQuery("SELECT id FROM marker WHERE id = " + marker)) {
            return result.next();
        }
    }

    private static After fail(String what) {
        throw new AssertionError(what);
    }

    @Override
    public void close() throws SQLException {
        for (Connection each : new Connection[] {mine, other}) {
            if (!each.isClosed()) {
                each.close();
            }
        }
    }
}
