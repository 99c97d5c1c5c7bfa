package io.loyalty4j.jdbc;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Retries;
import io.loyalty4j.testing.LoyaltyStoreContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The store over two servers, held to the contract of stores, with a second instance on the same tables. */
final class ShardedContractTest {
    private static ShardedPostgres sharded;

    @BeforeAll
    static void create() {
        sharded = ShardedPostgres.fresh();
        sharded.store().createSchema();
    }

    @AfterAll
    static void close() {
        sharded.close();
    }

    @TestFactory
    Stream<DynamicTest> the_store_over_two_servers_keeps_the_contract() {
        return LoyaltyStoreContract.of(ShardedContractTest::fresh)
                .reopenedBy(store -> ((JdbcLoyaltyStore) store).retries(Retries.DEFAULT))
                .checks()
                .stream()
                .map(check -> dynamicTest(check.name(), check::run));
    }

    private static LoyaltyStore fresh() {
        sharded.empty();
        return sharded.store();
    }
}
