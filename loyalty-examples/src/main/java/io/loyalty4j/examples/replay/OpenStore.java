package io.loyalty4j.examples.replay;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.loyalty4j.jdbc.JdbcLoyaltyStore;
import io.loyalty4j.store.LoyaltyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A store and what has to be closed after it.
 *
 * @param source of the database, for tables of the shop's own beside the engine's; empty of a store in memory
 * @param remark what people should know of it; empty if nothing
 */
public record OpenStore(LoyaltyStore store, Optional<DataSource> source, Optional<String> remark, Runnable closing)
        implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final String A_TABLE = "loyalty_schema";

    public static OpenStore inMemory() {
        return new OpenStore(LoyaltyStore.inMemory(), Optional.empty(), Optional.empty(), () -> {});
    }

    /** The tables are created where they are missing. */
    public static OpenStore of(StoreArgument said, String url) {
        HikariDataSource pool = pool(said, url);
        try {
            boolean missing = !hasTables(pool);
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool);
            String remark = "The store is " + said.place()
                    + (missing ? "; its tables were missing and have been created" : "; its tables were there");
            return new OpenStore(
                    missing ? store.createSchema() : store, Optional.of(pool), Optional.of(remark), pool::close);
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw new UnusableStoreException(said.place() + ": " + e.getMessage());
        }
    }

    private static HikariDataSource pool(StoreArgument said, String url) {
        HikariConfig config = new HikariConfig();
        try {
            config.setJdbcUrl(url);
            said.user().ifPresent(config::setUsername);
            said.password().ifPresent(config::setPassword);
            config.setMaximumPoolSize(CONNECTIONS);
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new UnusableStoreException(said.place() + ": " + e.getMessage());
        }
    }

    private static boolean hasTables(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            boolean found = false;
            while (tables.next()) {
                found |= tables.getString("TABLE_NAME").equalsIgnoreCase(A_TABLE);
            }
            return found;
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
