package io.loyalty4j.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The queries for bookkeepers, asked of a database. */
record Finance(DataSource source, Dialect dialect) {
    static Finance of(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new Finance(source, Dialect.of(connection));
        }
    }

    /** One that the server knows without further ado. */
    ZoneId zone() {
        return ZoneId.of(dialect == Dialect.MARIADB ? "+05:30" : "Asia/Kolkata");
    }

    /** Numbers as long. */
    List<List<Object>> rows(String query, Object... parameters) throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(text(query))) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<List<Object>> all = new ArrayList<>();
                while (rows.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        Object value = rows.getObject(i);
                        row.add(value instanceof Number ? (Object) rows.getLong(i) : value);
                    }
                    all.add(row);
                }
                return all;
            }
        }
    }

    /** Where months are named, each database has a query of its own. */
    private String text(String query) throws IOException {
        String own = dialect.folder() + "/finance/" + query;
        String path = Finance.class.getResource(own) == null ? "finance/" + query : own;
        try (InputStream in = Finance.class.getResourceAsStream(path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf(';'));
        }
    }
}
