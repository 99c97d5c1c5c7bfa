package io.loyalty4j.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** HikariCP's pool, by a type that other packages' tests see. */
final class HikariPool extends HikariDataSource implements Database.Pool {
    HikariPool(HikariConfig config) {
        super(config);
    }
}
