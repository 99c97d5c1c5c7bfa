package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool of one connection with settings of its own, which mends nothing: whoever gives it back otherwise is found out. */
final class OneConnection implements AutoCloseable {
    private final DataSource plain;
    private final Connection connection;
    private final Settings settings;
    private final @Nullable String schema;
    private final boolean readOnly;

    OneConnection(DataSource plain, Settings settings) throws SQLException {
        this.plain = plain;
        this.connection = plain.getConnection();
        this.settings = settings;
        connection.setTransactionIsolation(settings.isolation);
        connection.setAutoCommit(settings.autoCommit);
        this.schema = schema();
        this.readOnly = settings.readOnly;
    }

    private @Nullable String schema() throws SQLException {
        String schema = connection.getSchema();
        ends();
        return schema;
    }

    private void ends() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? lent() : method.invoke(plain, arguments));
    }

    private Connection lent() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return switch (method.getName()) {
                            case "close" -> null;
                            case "isReadOnly" -> readOnly;
                            default -> method.invoke(connection, arguments);
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** And that no transaction was left open on it, for its isolation could not be set then. */
    void isAsItCame() throws SQLException {
        assertThat(connection.getAutoCommit()).as("auto-commit").isEqualTo(settings.autoCommit);
        assertThat(connection.getTransactionIsolation()).as("isolation").isEqualTo(settings.isolation);
        connection.setTransactionIsolation(settings.isolation);
        assertThat(schema()).as("schema").isEqualTo(schema);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Settings of a connection. */
    record Settings(boolean autoCommit, int isolation, boolean readOnly) {}
}
