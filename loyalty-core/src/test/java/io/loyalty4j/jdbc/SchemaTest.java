package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.PROGRAM;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.store.AtOnce;
import io.loyalty4j.store.LoyaltyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The store works on tables of its own version and prefix, and says what is the matter with others before anything is written. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SchemaTest {
    static List<Database> all() {
        return Database.all();
    }

    private static LoyaltyEngine engine(LoyaltyStore store) {
        return LoyaltyEngine.builder(PROGRAM).store(store).build();
    }

    private static void run(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Database.run(connection, statements);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void two_stores_of_different_prefixes_share_a_schema_and_nothing_else(Database database) {
        DataSource source = database.fresh();
        JdbcLoyaltyStore one = JdbcLoyaltyStore.on(source).createSchema();
        JdbcLoyaltyStore other =
                JdbcLoyaltyStore.on(source).tablePrefix("other_shop_2_").createSchema();

        engine(one).purchase(order(ANA, "o-1")).receipt();
        engine(other).purchase(order(ANA, "o-1")).receipt();
        engine(other).purchase(order(ANA, "o-2")).receipt();

        assertThat(List.of(engine(one), engine(other)))
                .extracting(engine -> engine.account(ANA).available())
                .containsExactly(20L, 40L);
        assertThat(engine(other).journal(ANA).verify().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9lives_", "Upper_", "a-b", "a b", "a;b", "a\"b", "ä_", "abcdefghijklmnopqrstuvwxyz"})
    void a_prefix_that_would_be_no_plain_name_is_refused(String prefix) {
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(Database.H2.fresh());
        assertThatThrownBy(() -> store.tablePrefix(prefix)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void tables_that_are_missing_are_told_with_what_creates_them(Database database) {
        LoyaltyEngine engine = engine(JdbcLoyaltyStore.on(database.fresh()));
        assertThatThrownBy(() -> engine.purchase(order(ANA, "o-1")))
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("createSchema()")
                .hasMessageContaining("/V1__loyalty.sql");
    }

    @ParameterizedTest
    @MethodSource("all")
    void tables_that_are_there_are_not_created_again(Database database) {
        DataSource source = database.fresh();
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(source).createSchema();
        engine(store).purchase(order(ANA, "o-1")).receipt();

        assertThatThrownBy(store::createSchema)
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("already");

        assertThat(engine(JdbcLoyaltyStore.on(source)).account(ANA).available()).isEqualTo(20);
    }

    /** Number 77. */
    @ParameterizedTest
    @MethodSource("all")
    void tables_of_another_version_are_not_written(Database database) throws SQLException {
        DataSource source = database.fresh();
        JdbcLoyaltyStore.on(source).createSchema();
        for (String change : List.of(
                "insert into loyalty_schema (version) values (2)",
                "delete from loyalty_schema where version = 2",
                "update loyalty_schema set version = 0",
                "delete from loyalty_schema")) {
            run(source, change);
            Throwable failure = catchThrowable(
                    () -> engine(JdbcLoyaltyStore.on(source)).purchase(order(ANA, change.hashCode() + "")));
            if (change.endsWith("= 2")) {
                assertThat(failure).isNull();
            } else {
                assertThat(failure)
                        .isInstanceOf(StoreFailedException.class)
                        .hasMessageMatching(".*(updated first|migrated first|not finished)");
            }
        }
        run(source, "insert into loyalty_schema (version) values (1)");
        assertThat(engine(JdbcLoyaltyStore.on(source)).journal(ANA).postings()).hasSize(1);
    }

    /** Number 77: the version is written last. */
    @ParameterizedTest
    @MethodSource("all")
    void tables_that_were_begun_and_not_finished_are_not_used(Database database) throws SQLException {
        DataSource source = database.fresh();
        run(source, "create table loyalty_outbox (member int)");

        assertThatThrownBy(() -> JdbcLoyaltyStore.on(source).createSchema())
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("drop them");
        assertThatThrownBy(() -> engine(JdbcLoyaltyStore.on(source)).purchase(order(ANA, "o-1")))
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("createSchema()");
    }

    /** Number 77. */
    @ParameterizedTest
    @MethodSource("all")
    void of_two_nodes_that_create_them_at_once_one_does(Database database) throws Exception {
        DataSource source = database.fresh();

        List<Throwable> failures =
                AtOnce.times(
                                2,
                                node -> catchThrowable(
                                        () -> JdbcLoyaltyStore.on(source).createSchema()))
                        .stream()
                        .filter(Objects::nonNull)
                        .toList();

        assertThat(failures).hasSize(1).hasOnlyElementsOfType(StoreFailedException.class);
        assertThat(engine(JdbcLoyaltyStore.on(source))
                        .purchase(order(ANA, "o-1"))
                        .receipt()
                        .earned())
                .isEqualTo(20);
    }

    /** Number 24: a pool that begins a transaction by itself. */
    @ParameterizedTest
    @MethodSource("all")
    void a_source_without_auto_commit_creates_and_writes_them_too(Database database) throws SQLException {
        DataSource source = database.fresh();
        try (OneConnection only = new OneConnection(
                source, new OneConnection.Settings(false, Connection.TRANSACTION_REPEATABLE_READ, false))) {
            engine(JdbcLoyaltyStore.on(only.source()).createSchema())
                    .purchase(order(ANA, "o-1"))
                    .receipt();
            only.isAsItCame();
        }
        assertThat(engine(JdbcLoyaltyStore.on(source)).account(ANA).available()).isEqualTo(20);
    }

    @Test
    void tables_are_not_created_within_a_transaction_of_the_shop_s() throws SQLException {
        ShopTransactions transactions = new ShopTransactions(Database.H2.fresh());
        transactions.in(connection -> {
            assertThatThrownBy(
                            () -> JdbcLoyaltyStore.joining(transactions.aware()).createSchema())
                    .isInstanceOf(StoreFailedException.class);
            return true;
        });
        assertThat(transactions.touched()).isEmpty();
    }
}
