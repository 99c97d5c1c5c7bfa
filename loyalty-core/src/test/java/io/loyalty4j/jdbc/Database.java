package io.loyalty4j.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/**
 * A real database that tests run on. It starts when it is first asked for anything, once in a JVM, and stops with it.
 *
 * <p>Those that are only there in a profile (MariaDB) are found by {@link ServiceLoader} and told by {@link #all}.
 */
public interface Database {
    Database H2 = new H2Database("H2", "mem:");
    Database H2_FILE = new H2Database("H2 in a file", "file:" + ScratchDirectory.PATH + "/");

    /** Forgets what a crash of the machine would take, and is quick for it. */
    Database POSTGRESQL = new PostgresDatabase("PostgreSQL", false);

    /** Tells of a commit when it is on the disk: for tests of speed and of what a crash leaves. */
    Database POSTGRESQL_DURABLE = new PostgresDatabase("PostgreSQL, durable", true);

    /** An empty schema of its own on every call; each connection is a new one, so that a test sees what it leaves behind. */
    DataSource fresh();

    /** Of the owner of the server, who may do everything; the caller closes it. */
    Connection admin() throws SQLException;

    /** That of {@code connection} on the server: asked for before the connection is busy. */
    Session session(Connection connection) throws SQLException;

    /** Connections that are kept open until it is closed. */
    interface Pool extends DataSource, AutoCloseable {
        @Override
        void close();
    }

    /** What the server knows of a connection. */
    @FunctionalInterface
    interface Session {
        /** As an operator or a restart ends it. */
        void kill() throws SQLException;
    }

    /** Ends the session of {@code victim}, which is not busy, on the server. */
    void kill(Connection victim) throws SQLException;

    /**
     * The first is the quickest; what only an explicit test wants, such as durability, is not among them. Only those whose names begin with the property
     * {@code loyalty4j.databases}, if it is set.
     */
    static List<Database> all() {
        List<Database> all = new ArrayList<>(List.of(H2, H2_FILE, POSTGRESQL));
        ServiceLoader.load(Database.class, Database.class.getClassLoader()).forEach(all::add);
        String wanted = System.getProperty("loyalty4j.databases", "");
        return all.stream()
                .filter(database -> database.toString().startsWith(wanted))
                .toList();
    }

    /** At most {@code size} connections, kept open; whoever gets none within {@code patience} gets an exception. */
    static Pool pooled(DataSource source, int size, Duration patience) {
        HikariConfig config = new HikariConfig();
        if (source instanceof UrlDataSource known) { // ShardingSphere wants to know the address of a pool
            config.setJdbcUrl(known.url());
            config.setUsername(known.user());
            config.setPassword(known.password());
        } else {
            config.setDataSource(source);
        }
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(patience.toMillis());
        return new HikariPool(config);
    }

    /** Runs each statement, as they come, on {@code connection}. */
    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** What {@code query} finds in its first row, which there is. */
    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
