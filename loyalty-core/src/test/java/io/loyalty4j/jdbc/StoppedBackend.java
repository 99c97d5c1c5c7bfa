package io.loyalty4j.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The process of a PostgreSQL server that serves one connection, stopped and let go by signals. */
record StoppedBackend(int process) {
    static StoppedBackend of(Connection connection) throws SQLException {
        try (Statement asked = connection.createStatement();
                ResultSet backend = asked.executeQuery("SELECT pg_backend_pid()")) {
            backend.next();
            return new StoppedBackend(backend.getInt(1));
        }
    }

    /** Whether that was allowed. */
    boolean stop() throws IOException, InterruptedException {
        return signal("STOP");
    }

    boolean goOn() throws IOException, InterruptedException {
        return signal("CONT");
    }

    private boolean signal(String name) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + name, Integer.toString(process))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
