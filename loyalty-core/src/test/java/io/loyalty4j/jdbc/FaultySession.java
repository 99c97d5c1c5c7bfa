package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What became of one connection. There is none yet where getting it breaks, and then nothing becomes of it. */
final class FaultySession {
    private @Nullable Connection real;
    private boolean lost;
    private boolean aborted;

    void open(Connection connection) {
        real = connection;
    }

    boolean open() throws SQLException {
        return real != null && !real.isClosed();
    }

    boolean lost() {
        return lost;
    }

    boolean aborted() {
        return aborted;
    }

    void lose() throws SQLException {
        lost = true;
        close();
    }

    /** PostgreSQL's transaction is of no use after any error; without a transaction there is nothing to abort. */
    void abort() throws SQLException {
        aborted = open() && !real.getAutoCommit();
    }

    void rollBack() throws SQLException {
        aborted = false;
        if (open() && !real.getAutoCommit()) {
            real.rollback();
        }
    }

    void recovered() {
        aborted = false;
    }

    /** Of the connection itself, behind the caller's back; what was not committed is rolled back first, as by a server. */
    void close() throws SQLException {
        if (open()) {
            rollBack();
            real.close();
        }
    }
}
