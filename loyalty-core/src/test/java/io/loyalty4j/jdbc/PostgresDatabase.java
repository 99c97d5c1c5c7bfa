package io.loyalty4j.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One server; every schema is one of its database {@code postgres}. The server stops with the JVM by a hook of its own. */
final class PostgresDatabase implements Database {
    private final AtomicInteger schemas = new AtomicInteger();
    private final String name;
    private final boolean durable;
    private @Nullable EmbeddedPostgres server;

    PostgresDatabase(String name, boolean durable) {
        this.name = name;
        this.durable = durable;
    }

    @Override
    public DataSource fresh() {
        String schema = "s" + schemas.incrementAndGet();
        try (Connection admin = admin()) {
            Database.run(admin, "CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema " + schema, e);
        }
        return new UrlDataSource(
                server().getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema, "postgres", "postgres");
    }

    @Override
    public Connection admin() throws SQLException {
        return server().getPostgresDatabase().getConnection();
    }

    @Override
    public void kill(Connection victim) throws SQLException {
        try (Statement asked = victim.createStatement();
                ResultSet backend = asked.executeQuery("SELECT pg_backend_pid()");
                Connection admin = admin()) {
            backend.next();
            Database.run(admin, "SELECT pg_terminate_backend(" + backend.getInt(1) + ", 5000)");
        }
    }

    /** Its own defaults are {@code -F} and {@code synchronous_commit=off}. */
    private synchronized EmbeddedPostgres server() {
        if (server == null) {
            String careful = durable ? "on" : "off";
            try {
                server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("fsync", careful)
                        .setServerConfig("synchronous_commit", careful)
                        .setServerConfig("full_page_writes", careful)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
        return server;
    }

    @Override
    public String toString() {
        return name;
    }
}
