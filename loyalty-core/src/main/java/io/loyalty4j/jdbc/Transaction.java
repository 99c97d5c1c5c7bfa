package io.loyalty4j.jdbc;

import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.store.AttemptFailed;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection of the store's own, which gives it back as it came: reads by themselves, then, if something is to be written, a transaction. Nothing in
 * here relies on the isolation level; it is lowered where locks are waited for, since under a higher one the wait would end in an error.
 */
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private boolean begun;
    private boolean committed;

    private Transaction(Connection connection, boolean locking) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        this.isolation = locking ? connection.getTransactionIsolation() : Connection.TRANSACTION_NONE;
        if (connection.isReadOnly()) {
            throw AttemptFailed.forAll(
                    new StoreFailedException("the connection is read-only; the store writes on the primary alone"));
        }
        if (locking && isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    /** Takes a connection over; it is closed if that fails. */
    static Transaction on(Connection connection, boolean locking) throws SQLException {
        try {
            return new Transaction(connection, locking);
        } catch (SQLException | RuntimeException | Error e) {
            try (connection) {
                throw e;
            }
        }
    }

    Connection connection() {
        return connection;
    }

    void begin() throws SQLException {
        if (autoCommit && !begun) {
            connection.setAutoCommit(false);
        }
        begun = true;
    }

    /**
     * Makes what was written last.
     *
     * @throws AttemptFailed if the database did not say whether it is
     */
    void commit() throws SQLException {
        try {
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            if (Fault.of(e).leavesACommitOpen()) {
                throw AttemptFailed.unknown(e);
            }
            throw e;
        }
    }

    /** Undoes what was not committed, and gives the connection back as it came. What fails here changes nothing of what was done. */
    @Override
    public void close() {
        try (Connection given = connection) {
            if (!committed && (begun || !autoCommit)) {
                given.rollback();
            }
            if (begun && autoCommit) {
                given.setAutoCommit(true);
            }
            if (isolation != Connection.TRANSACTION_NONE && isolation != Connection.TRANSACTION_READ_COMMITTED) {
                given.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            Connections.LOG.debug("A connection could not be given back as it came", e);
        }
    }
}
