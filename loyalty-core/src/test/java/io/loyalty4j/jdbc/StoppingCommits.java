package io.loyalty4j.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose first commit reaches a server that stands still: it is done when the server goes on, whether or not the caller still waits. */
final class StoppingCommits {
    private final CompletableFuture<StoppedBackend> stopped = new CompletableFuture<>();
    private final AtomicInteger left;
    private final DataSource proxy;

    StoppingCommits(DataSource real) {
        this(real, 1);
    }

    /** @param commits so many */
    StoppingCommits(DataSource real, int commits) {
        left = new AtomicInteger(commits);
        proxy = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    Object result = invoke(real, method, arguments);
                    return result instanceof Connection connection ? stopping(connection) : result;
                });
    }

    DataSource dataSource() {
        return proxy;
    }

    StoppedBackend awaitStopped() throws Exception {
        return stopped.get(30, TimeUnit.SECONDS);
    }

    private Connection stopping(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit") && left.getAndDecrement() > 0) {
                        StoppedBackend backend = StoppedBackend.of(real);
                        backend.stop();
                        stopped.complete(backend);
                    }
                    return invoke(real, method, arguments);
                });
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
