package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Every schema is a database of its own, for H2 keeps as many as one likes in a JVM. */
final class H2Database implements Database {
    private final AtomicInteger schemas = new AtomicInteger();
    private final String name;
    private final String place;

    H2Database(String name, String place) {
        this.name = name;
        this.place = place;
    }

    @Override
    public DataSource fresh() {
        return source("s" + schemas.incrementAndGet());
    }

    @Override
    public Connection admin() throws SQLException {
        return source("admin").getConnection();
    }

    /** H2 sees only the sessions of one database, so that the session's own database must end it. */
    @Override
    public Session session(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        int id = Database.number(connection, "CALL SESSION_ID()");
        return () -> {
            try (Connection other = new UrlDataSource(url, "sa", "").getConnection()) {
                Database.run(other, "CALL ABORT_SESSION(" + id + ")");
            }
        };
    }

    private DataSource source(String schema) {
        return new UrlDataSource("jdbc:h2:" + place + schema + ";DB_CLOSE_DELAY=-1", "sa", "");
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
