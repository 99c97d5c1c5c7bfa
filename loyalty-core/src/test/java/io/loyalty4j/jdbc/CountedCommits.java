package io.loyalty4j.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How many connections are taken from a data source, and how many transactions are committed on them. */
final class CountedCommits {
    private final LongAdder commits = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final DataSource counted;

    CountedCommits(DataSource real) {
        counted = proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    DataSource dataSource() {
        return counted;
    }

    long commits() {
        return commits.sum();
    }

    long connections() {
        return connections.sum();
    }

    private Connection counted(Connection real) {
        connections.increment();
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("commit")) {
                commits.increment();
            }
            return invoke(real, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
