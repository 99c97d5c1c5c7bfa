package io.loyalty4j.jdbc;

import io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.store.AttemptFailed;
import io.loyalty4j.store.Retries;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections, whose they are, and what becomes of errors on them. */
final class Connections {
    static final Logger LOG = LoggerFactory.getLogger(JdbcLoyaltyStore.class);

    private static final int READS = 3;

    private final DataSource source;
    private final boolean joining;
    private final Runnable rollbackOnly;
    private final Retries retries;

    Connections(DataSource source, boolean joining, Runnable rollbackOnly, Retries retries) {
        this.source = source;
        this.joining = joining;
        this.rollbackOnly = rollbackOnly;
        this.retries = retries;
    }

    /** Whether the work would be part of a transaction that the shop has begun. */
    boolean joined() {
        if (!joining) {
            return false;
        }
        try (Connection connection = source.getConnection()) {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw failed("no connection could be had", e);
        }
    }

    /** Only reads; sees what the shop's own transaction has written, if it is joined. What a lost connection was asked, another is asked. */
    <T> T read(Work<T> work) {
        for (int number = 1; ; number++) {
            try {
                return asked(work);
            } catch (SQLException e) {
                if (joined() && Fault.of(e).passes()) {
                    throw undone(e);
                }
                if (number == READS || Fault.of(e) != Fault.CONNECTION_LOST) {
                    throw failed("it could not be read", e);
                }
            }
        }
    }

    /** Once, and outside of any transaction that the store would begin: what creates tables. */
    <T> T once(String what, Work<T> work) {
        try {
            return asked(work);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    private <T> T asked(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean own = !joining && !connection.getAutoCommit();
            try {
                return work.on(connection);
            } finally {
                if (own) {
                    connection.rollback();
                }
            }
        }
    }

    /** Within the shop's transaction: once. Whatever fails may have written a part, so that nothing of the transaction may be kept. */
    <T> T join(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            if (connection.isReadOnly()) {
                throw new StoreFailedException("the shop's transaction is read-only; nothing can be booked in it");
            }
            return work.on(connection);
        } catch (SQLException e) {
            throw undone(e);
        }
    }

    /** In a small transaction of its own, tried again as far as that helps; doing it twice must come to the same as once. */
    <T> T write(String what, Work<T> work) {
        return joined() ? join(work) : tried(what, work);
    }

    private <T> T tried(String what, Work<T> work) {
        return retries.run(number -> attempt(number > 1, work), what);
    }

    /** One transaction that locks what it reads. */
    private <T> T attempt(boolean locking, Work<T> work) {
        try (Transaction transaction = open(locking)) {
            transaction.begin();
            T result = work.on(transaction.connection());
            transaction.commit();
            return result;
        } catch (SQLException e) {
            throw failedAttempt(e);
        }
    }

    /** A connection of the store's own. */
    Transaction open(boolean locking) throws SQLException {
        return Transaction.on(source.getConnection(), locking);
    }

    /** What an error before the commit means: another attempt may help, or it does not. */
    static RuntimeException failedAttempt(SQLException error) {
        Fault fault = Fault.of(error);
        if (fault.passes()) {
            return AttemptFailed.undone(error);
        }
        StoreFailedException failed = failed("it was not written", error);
        return fault.concernsAll() ? AttemptFailed.forAll(failed) : failed;
    }

    private static StoreFailedException failed(String what, SQLException error) {
        return new StoreFailedException(what + ": " + Fault.of(error).words() + " (" + error.getMessage() + ")", error);
    }

    private ConcurrentUpdateException undone(SQLException error) {
        return undone(Fault.of(error).words() + " (" + error.getMessage() + ")", error);
    }

    /** Nothing of the shop's transaction may be kept. */
    ConcurrentUpdateException undone(String words, Exception error) {
        ConcurrentUpdateException told =
                new ConcurrentUpdateException("nothing of the shop's transaction may be kept: " + words, error);
        mark(told);
        return told;
    }

    /** Sees to it that the shop's transaction is not committed; what goes wrong with that changes nothing of what is told. */
    void mark(Throwable told) {
        try {
            rollbackOnly.run();
        } catch (RuntimeException e) {
            told.addSuppressed(e);
        }
    }
}
