package io.loyalty4j.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a shop, bound to the thread as its framework does it: while one goes on, the aware source gives its connection, which is not really
 * closed. What nobody but the shop may do to that connection is noted.
 */
final class ShopTransactions {
    private static final Set<String> SHOPS_OWN = Set.of(
            "commit",
            "rollback",
            "setAutoCommit",
            "setTransactionIsolation",
            "setReadOnly",
            "setSchema",
            "setSavepoint");

    private final DataSource plain;

    @SuppressWarnings("ThreadLocalUsage") // each shop has transactions of its own
    private final ThreadLocal<@Nullable Going> going = new ThreadLocal<>();

    private final List<String> touched = new CopyOnWriteArrayList<>();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger marks = new AtomicInteger();

    ShopTransactions(DataSource plain) {
        this.plain = plain;
    }

    /** Gives the going transaction's connection, else one of the plain source. */
    DataSource aware() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Going here = going.get();
            return here == null || !method.getName().equals("getConnection")
                    ? called(plain, method, arguments)
                    : lent(here.connection);
        });
    }

    private Connection lent(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (SHOPS_OWN.contains(method.getName())) {
                touched.add(method.getName());
            }
            if (method.getName().equals("prepareStatement")) {
                statements.add(String.valueOf(arguments[0]));
            }
            return method.getName().equals("close") ? null : called(connection, method, arguments);
        });
    }

    /** What was done to the shop's connections that only the shop may do. */
    List<String> touched() {
        return touched;
    }

    /** What was asked on the shop's connections by others than the shop. */
    List<String> statements() {
        return statements;
    }

    /** How often a transaction was marked. */
    int marks() {
        return marks.get();
    }

    void markRollbackOnly() {
        marks.incrementAndGet();
        Objects.requireNonNull(going.get(), "no transaction is going on").rollbackOnly = true;
    }

    <T> T in(Work<T> work) throws SQLException {
        return in(Connection.TRANSACTION_READ_COMMITTED, work);
    }

    /**
     * Commits what the work does, unless it throws or the transaction was marked. Within another transaction, which waits meanwhile, it is one of its own.
     */
    <T> T in(int isolation, Work<T> work) throws SQLException {
        Going outer = going.get();
        try (Connection connection = plain.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            Going here = new Going(connection);
            going.set(here);
            boolean done = false;
            try {
                T result = work.on(connection);
                done = true;
                return result;
            } finally {
                going.set(outer);
                if (done && !here.rollbackOnly) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object called(Object target, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** One that goes on. */
    private static final class Going {
        private final Connection connection;
        private boolean rollbackOnly;

        private Going(Connection connection) {
            this.connection = connection;
        }
    }
}
