package io.loyalty4j.jdbc;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Retries;
import io.loyalty4j.testing.Check;
import io.loyalty4j.testing.LoyaltyStoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The store in a database, held to the contract of stores on each of them, with a second instance on the same tables. */
final class JdbcContractTest {
    @TestFactory
    Stream<DynamicContainer> the_store_in_each_database_keeps_the_contract() {
        return Database.all().stream()
                .filter(database -> database != Database.H2_FILE)
                .map(database -> dynamicContainer(database.toString(), new Run(database).tests()));
    }

    /** The checks on one database, each on tables of its own. */
    private static final class Run {
        private static final int CONNECTIONS = 8;

        private final Database database;
        private final List<Database.Pool> pools = new ArrayList<>();

        private Run(Database database) {
            this.database = database;
        }

        private Stream<DynamicTest> tests() {
            return LoyaltyStoreContract.of(this::fresh)
                    .reopenedBy(store -> ((JdbcLoyaltyStore) store).retries(Retries.DEFAULT))
                    .checks()
                    .stream()
                    .map(check -> dynamicTest(check.name(), () -> run(check)));
        }

        private LoyaltyStore fresh() {
            Database.Pool pool = Database.pooled(database.fresh(), CONNECTIONS, Duration.ofSeconds(20));
            pools.add(pool);
            return JdbcLoyaltyStore.on(pool).createSchema();
        }

        private void run(Check check) throws Throwable {
            try {
                check.run();
            } finally {
                pools.forEach(Database.Pool::close);
                pools.clear();
            }
        }
    }
}
