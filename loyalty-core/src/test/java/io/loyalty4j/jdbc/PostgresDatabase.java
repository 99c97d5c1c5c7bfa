package io.loyalty4j.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
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
        String schema = create("SCHEMA");
        return source("postgres", "?currentSchema=" + schema);
    }

    /** A database with a {@code public} schema of its own, for layers that know no other schema; slower to get than {@link #fresh}. */
    DataSource freshDatabase() {
        return source(create("DATABASE"), "");
    }

    private String create(String kind) {
        String name = "s" + schemas.incrementAndGet();
        try (Connection admin = admin()) {
            Database.run(admin, "CREATE " + kind + " " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no " + name, e);
        }
        return name;
    }

    /** Not by the server's own address, which names the user and so would not let in another. */
    private DataSource source(String database, String settings) {
        String url = "jdbc:postgresql://localhost:" + server().getPort() + "/" + database + settings;
        return new UrlDataSource(url, "postgres", "postgres");
    }

    @Override
    public Connection admin() throws SQLException {
        return server().getPostgresDatabase().getConnection();
    }

    @Override
    public Session session(Connection connection) throws SQLException {
        int backend = Database.number(connection, "SELECT pg_backend_pid()");
        return () -> {
            try (Connection admin = admin()) {
                Database.run(admin, "SELECT pg_terminate_backend(" + backend + ", 5000)");
            }
        };
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
    public void kill(Connection victim) throws SQLException {
        session(victim).kill();
    }

    @Override
    public String toString() {
        return name;
    }
}
