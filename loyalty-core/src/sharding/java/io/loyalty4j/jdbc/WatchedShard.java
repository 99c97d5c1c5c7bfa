package io.loyalty4j.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A shard's connections, which write down what they are asked to run. */
final class WatchedShard {
    private static final int CONNECTIONS = 8;
    private static final int PATIENCE_IN_MILLISECONDS = 10_000;
    private static final Object[] NOTHING = {};

    private final String name;
    private final ShardLog log;

    private WatchedShard(String name, ShardLog log) {
        this.name = name;
        this.log = log;
    }

    /** Of this very class, and with an address beside the source, for the layer asks for both. */
    static HikariDataSource pool(String name, UrlDataSource source, ShardLog log) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(source.url());
        config.setUsername(source.user());
        config.setPassword(source.password());
        config.setDataSource(new WatchedShard(name, log).source(source));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE_IN_MILLISECONDS);
        return new HikariDataSource(config);
    }

    private DataSource source(DataSource real) {
        return watched(
                DataSource.class,
                real,
                (call, arguments, result) -> result instanceof Connection connection ? connection(connection) : result);
    }

    private Connection connection(Connection real) {
        return watched(Connection.class, real, (call, arguments, result) -> {
            if (call.equals(ShardLog.COMMIT)) {
                log.add(name, call);
            }
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, "") : result;
        });
    }

    private <T extends Statement> T statement(Class<T> type, T real, String sql) {
        return watched(type, real, (call, arguments, result) -> {
            if (call.startsWith("execute")) {
                log.add(name, arguments.length > 0 ? String.valueOf(arguments[0]) : sql);
            }
            return result;
        });
    }

    private static <T> T watched(Class<T> type, T real, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                WatchedShard.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = Objects.requireNonNullElse(arguments, NOTHING);
                    try {
                        return watch.of(method.getName(), given, method.invoke(real, given));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What is made of a call's result. */
    private interface Watch {
        @Nullable Object of(String call, Object[] arguments, @Nullable Object result);
    }
}
