package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection. */
@FunctionalInterface
interface Work<T> {
    T on(Connection connection) throws SQLException;
}
