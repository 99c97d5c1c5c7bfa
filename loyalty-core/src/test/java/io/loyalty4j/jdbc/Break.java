package io.loyalty4j.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a JDBC call breaks, and what becomes of its connection: as a server or a driver would do it. */
record Break(boolean done, How how) {
    /** What the caller is thrown, or null if the call goes on and meets what became of the connection. */
    @FunctionalInterface
    interface How {
        @Nullable
        Throwable strike(FaultySession session) throws SQLException;
    }

    /** The call never reaches the server. */
    static Break before(How how) {
        return new Break(false, how);
    }

    /** The server has done it, and the answer is lost. */
    static Break after(How how) {
        return new Break(true, how);
    }

    /** The connection is gone for good, and the server rolls back what it did not commit. */
    static How lost(String state) {
        return session -> {
            session.lose();
            return new SQLException("injected: connection lost", state);
        };
    }

    /** No answer for {@code time}, then the driver's socket gives up and the connection is gone; an interrupt ends the wait. */
    static How hangs(Duration time) {
        return session -> {
            boolean interrupted = Thread.interrupted() || !waits(time);
            session.lose();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return new SQLException("injected: no answer in " + time, "08006");
        };
    }

    /** Only the driver knows: the call goes on over a closed connection. */
    static How closed() {
        return session -> {
            session.close();
            return null;
        };
    }

    /** As PostgreSQL does: whatever follows in the transaction is refused by 25P02, and a commit rolls back. */
    static How aborts(String state) {
        return session -> {
            session.abort();
            return new SQLException("injected: transaction aborted", state);
        };
    }

    /** As MariaDB does with 1213 and 1020: all is rolled back, and the next statement begins a transaction that a commit would keep. */
    static How rollsBack(String state, int number) {
        return session -> {
            session.rollBack();
            return new SQLException("injected: transaction rolled back", state, number);
        };
    }

    /** As MariaDB does with 1205 and 1062: this statement fails alone, and all before it would be kept. */
    static How failsAlone(String state, int number) {
        return session -> new SQLException("injected: statement failed", state, number);
    }

    /** A mistake of the driver, or memory that is used up. */
    static How thrown(Supplier<? extends Throwable> unchecked) {
        return session -> unchecked.get();
    }

    private static boolean waits(Duration time) {
        try {
            return !new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
