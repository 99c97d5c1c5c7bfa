package io.loyalty4j.jdbc;

import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.store.Updates;
import java.sql.Connection;
import java.sql.SQLException;

/** What a store is made of, once it is known which database it has. */
record Parts(
        Connections connections,
        Schema schema,
        Reads reads,
        Journals journals,
        JdbcUpdates updates,
        Beside small,
        Telling telling,
        JdbcAllotments allotments,
        Archiving archiving) {

    static Parts of(Setup setup) {
        Statements statements = new Statements(dialect(setup), setup.prefix(), setup.patience());
        Connections connections = setup.connections();
        Loading loading = new Loading(statements);
        JdbcAttempts attempts = new JdbcAttempts(connections, statements, loading);
        return new Parts(
                connections,
                new Schema(statements),
                new Reads(connections, statements, loading),
                Journals.of(connections, statements),
                new JdbcUpdates(connections, attempts, new Updates(attempts, setup.retries()), setup.portable()),
                new Beside(connections, statements),
                new Telling(connections, statements),
                new JdbcAllotments(connections, setup.connectionsForClaims(), new AllotmentRows(statements)),
                new Archiving(connections, statements, attempts, loading));
    }

    private static Dialect dialect(Setup setup) {
        try (Connection connection = setup.source().getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw new StoreFailedException("the database could not be asked what it is: " + e.getMessage(), e);
        }
    }

    /** After a look that the tables are of the version that this library writes. */
    Parts checked() {
        connections.read(connection -> {
            schema.check(connection);
            return true;
        });
        return this;
    }

    /** @param oneByOne each statement by itself, for databases of many machines, which do not see before the commit what a transaction has created */
    void createSchema(boolean oneByOne) {
        if (connections.joined()) {
            throw new StoreFailedException("tables are not created within a transaction of the shop's");
        }
        Work<Boolean> work = connection -> {
            schema.create(connection);
            return true;
        };
        if (oneByOne) {
            connections.once("the tables of the store were not created", work);
        } else {
            connections.write("the tables of the store", work);
        }
    }
}
