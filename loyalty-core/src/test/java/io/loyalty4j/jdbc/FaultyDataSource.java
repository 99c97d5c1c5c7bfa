package io.loyalty4j.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose calls break as planned. It numbers, from 1 on and over all its connections, the calls that can reach the server or
 * fail; parameters, columns of a row already read and questions that the driver answers itself are none of them.
 */
final class FaultyDataSource {
    /** {@code name} such as {@code Connection.commit}. */
    record Call(int number, String name, @Nullable Break broken) {}

    private static final List<Class<?>> WRAPPED = List.of(
            Connection.class, CallableStatement.class, PreparedStatement.class, Statement.class, ResultSet.class);

    private static final Pattern COUNTED = Pattern.compile("DataSource.getConnection"
            + "|Connection.(commit|rollback|close|prepare.*|create(Statement|ArrayOf)"
            + "|(set|get)(AutoCommit|TransactionIsolation|Schema|Catalog|NetworkTimeout)|setReadOnly|(set|release)Savepoint)"
            + "|(Prepared|Callable)?Statement.(execute.*|close|cancel|setQueryTimeout|getMoreResults|getGeneratedKeys)"
            + "|ResultSet.(next|close)");

    private static final Pattern WITHOUT_SERVER = Pattern.compile(
            "Connection.(rollback|prepareStatement|createStatement|get.*|close)|.*Statement.(close|set.*)|ResultSet.*");

    private final List<Call> calls = new ArrayList<>();
    private final List<FaultySession> sessions = new ArrayList<>();
    private final DataSource proxy;
    private Function<Call, @Nullable Break> plan = call -> null;

    FaultyDataSource(DataSource real) {
        proxy = (DataSource) wrap(DataSource.class, real, new FaultySession(), null);
    }

    DataSource dataSource() {
        return proxy;
    }

    /** From now on, and numbers begin anew: the first call is 1. The plan answers null for calls that do not break. */
    synchronized void plan(Function<Call, @Nullable Break> next) {
        calls.clear();
        plan = next;
    }

    /** Breaks the call of that number alone. */
    void breaks(int number, Break broken) {
        plan(call -> call.number() == number ? broken : null);
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> broken() {
        return calls().stream().filter(call -> call.broken() != null).toList();
    }

    /** Ends the connections that the code under test, or a broken {@code close}, left open; tells how many. */
    synchronized int closeAll() throws SQLException {
        int open = 0;
        for (FaultySession session : sessions) {
            open += session.open() ? 1 : 0;
            session.close();
        }
        sessions.clear();
        return open;
    }

    private Object wrap(Class<?> type, Object real, FaultySession session, @Nullable Object parent) {
        InvocationHandler handler = (self, method, arguments) -> switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "faulty " + real;
            case "isValid" -> !session.lost() && (boolean) invoke(real, method, arguments);
            case "isClosed" -> session.lost() || (boolean) invoke(real, method, arguments);
            case "getStatement" -> parent;
            default -> {
                String name = type.getSimpleName() + "." + method.getName();
                yield name.endsWith("Statement.getConnection")
                        ? parent
                        : call(name, session, self, real, method, arguments);
            }
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private @Nullable Object call(
            String name, FaultySession session, Object self, Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (!COUNTED.matcher(name).matches()) {
            return wrapped(invoke(real, method, arguments), session, self);
        }
        if (session.lost()) {
            return gone(name);
        }
        boolean opens = name.startsWith("DataSource");
        FaultySession its = opens ? new FaultySession() : session;
        Break broken = next(name);
        if (broken != null && !broken.done()) {
            strike(broken, its);
        }
        refuseIfAborted(name, its);
        Object result = invoke(real, method, arguments);
        if (opens) {
            opened(its, (Connection) result);
        }
        if (name.equals("Connection.rollback")) {
            its.recovered();
        }
        if (broken != null && broken.done()) {
            strike(broken, its);
        }
        return wrapped(result, its, self);
    }

    private synchronized @Nullable Break next(String name) {
        Call call = new Call(calls.size() + 1, name, null);
        Break broken = plan.apply(call);
        calls.add(new Call(call.number(), name, broken));
        return broken;
    }

    private synchronized void opened(FaultySession session, Connection connection) {
        session.open(connection);
        sessions.add(session);
    }

    private static void strike(Break broken, FaultySession session) throws Throwable {
        Throwable thrown = broken.how().strike(session);
        if (thrown != null) {
            throw thrown;
        }
    }

    /** Closing a connection that is gone is no error to any driver. */
    private static @Nullable Object gone(String name) throws SQLException {
        if (name.endsWith(".close")) {
            return null;
        }
        throw new SQLException("injected: this connection is gone: " + name, "08003");
    }

    private static void refuseIfAborted(String name, FaultySession session) throws SQLException {
        if (session.aborted() && !WITHOUT_SERVER.matcher(name).matches()) {
            if (name.equals("Connection.commit")) {
                session.rollBack();
            }
            throw new SQLException("injected: the transaction is aborted: " + name, "25P02");
        }
    }

    private @Nullable Object wrapped(@Nullable Object result, FaultySession session, Object parent) {
        return WRAPPED.stream()
                .filter(type -> type.isInstance(result))
                .findFirst()
                .<Object>map(type -> wrap(type, result, session, parent))
                .orElse(result);
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
