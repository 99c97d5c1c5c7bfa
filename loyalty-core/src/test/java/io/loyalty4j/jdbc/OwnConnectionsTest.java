package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.BEN;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.AtOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store with transactions of its own gives connections back as it got them, and goes without when there are none. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OwnConnectionsTest {
    static List<Database> all() {
        return Database.all();
    }

    private static Stream<OneConnection.Settings> settings() {
        return Stream.of(true, false)
                .flatMap(autoCommit -> Stream.of(
                                Connection.TRANSACTION_READ_COMMITTED,
                                Connection.TRANSACTION_REPEATABLE_READ,
                                Connection.TRANSACTION_SERIALIZABLE)
                        .map(isolation -> new OneConnection.Settings(autoCommit, isolation, false)));
    }

    /** Number 24. */
    @ParameterizedTest
    @MethodSource("all")
    void connections_go_back_as_they_came(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);
        for (OneConnection.Settings settings : settings().toList()) {
            try (OneConnection only = new OneConnection(shop.plain, settings)) {
                JdbcLoyaltyStore store = JdbcLoyaltyStore.on(only.source());
                LoyaltyEngine engine = shop.engine(store);
                Order order = order(ANA, "o-" + settings.autoCommit() + settings.isolation());
                engine.purchase(order).receipt();
                only.isAsItCame();
                engine.purchase(order(ANA, "poor")
                                .redeem("eighty")
                                .redeem("eighty")
                                .redeem("eighty"))
                        .refusal();
                engine.account(ANA);
                engine.runDue();
                assertThat(store.claim("budget/x", "ana x", 1, 10, shop.clock.instant()))
                        .isEqualTo(1);
                store.settle("budget/x", "ana x", 0);
                only.isAsItCame();
                assertThatThrownBy(() -> engine.purchase(order.line(OrderLine.of("other", "1.00"))))
                        .isInstanceOf(ConflictingRequestException.class);
                only.isAsItCame();
            }
            assertThat(shop.own.journal(ANA).verify().findings()).isEmpty();
        }
        assertThat(shop.available(ANA)).isEqualTo(20 * settings().count());
    }

    /** Number 24, after the database has refused to write. */
    @ParameterizedTest
    @MethodSource("all")
    void connections_go_back_as_they_came_after_a_failure(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();
        try (Connection connection = shop.plain.getConnection()) {
            Database.run(connection, "alter table loyalty_entry rename to loyalty_entry_away");
        }
        for (OneConnection.Settings settings : settings().toList()) {
            try (OneConnection only = new OneConnection(shop.plain, settings)) {
                LoyaltyEngine engine = shop.engine(JdbcLoyaltyStore.on(only.source()));
                assertThatThrownBy(() -> engine.purchase(order(ANA, "o-1"))).isInstanceOf(StoreFailedException.class);
                only.isAsItCame();
                assertThatThrownBy(() -> engine.journal(ANA).postings()).isInstanceOf(StoreFailedException.class);
                only.isAsItCame();
            }
        }
        try (Connection connection = shop.plain.getConnection()) {
            Database.run(connection, "alter table loyalty_entry_away rename to loyalty_entry");
        }
        assertThat(shop.available(ANA)).isEqualTo(20);
    }

    /** Number 24. */
    @ParameterizedTest
    @MethodSource("all")
    void on_a_connection_that_only_reads_nothing_is_booked(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);
        try (OneConnection only = new OneConnection(
                shop.plain, new OneConnection.Settings(true, Connection.TRANSACTION_READ_COMMITTED, true))) {
            LoyaltyEngine engine = shop.engine(JdbcLoyaltyStore.on(only.source()));

            assertThatThrownBy(() -> engine.purchase(order(ANA, "o-1")))
                    .isInstanceOf(StoreFailedException.class)
                    .hasMessageContaining("read-only");
            assertThat(engine.account(ANA).available()).isZero();
            only.isAsItCame();
        }
        assertThat(shop.empty()).isTrue();
    }

    /** Number 22. */
    @ParameterizedTest
    @MethodSource("all")
    void an_interrupted_thread_books_nothing_or_all_and_stays_interrupted(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);
        try (Database.Pool pool = Database.pooled(shop.plain, 2, Duration.ofSeconds(2))) {
            LoyaltyEngine engine = shop.engine(JdbcLoyaltyStore.on(pool));
            engine.purchase(order(BEN, "o-1")).receipt();

            Thread.currentThread().interrupt();
            Throwable failure = catchThrowable(() -> engine.purchase(order(ANA, "o-1")));
            assertThat(Thread.interrupted()).as("interrupted").isTrue();

            assertThat(failure).isInstanceOf(StoreFailedException.class).hasMessageContaining("interrupted");
            assertThat(shop.owning.find(ANA)).isEmpty();
            assertThat(engine.purchase(order(ANA, "o-1")).receipt().earned()).isEqualTo(20);
            assertThat(((HikariPool) pool).getHikariPoolMXBean().getActiveConnections())
                    .isZero();
        }
    }

    /** Number 23. */
    @ParameterizedTest
    @MethodSource("all")
    void without_a_connection_it_fails_soon_and_goes_on_when_there_is_one(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();
        try (Database.Pool pool = Database.pooled(shop.plain, 1, Duration.ofMillis(250))) {
            LoyaltyEngine engine = shop.engine(JdbcLoyaltyStore.on(pool));
            engine.account(ANA);
            long begun = System.nanoTime();
            try (Connection only = pool.getConnection()) {
                assertThat(only.isClosed()).isFalse();
                List<Throwable> failures = AtOnce.times(
                        8,
                        till -> catchThrowable(() -> engine.purchase(order(till % 2 == 0 ? ANA : BEN, "o-" + till))));
                assertThat(failures).hasOnlyElementsOfType(StoreFailedException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));

            assertThat(AtOnce.all(List.<Callable<Long>>of(() -> buys(engine, ANA), () -> buys(engine, BEN))))
                    .containsExactly(20L, 20L);
            assertThat(List.of(shop.available(ANA), shop.available(BEN))).containsExactly(40L, 20L);
        }
    }

    private static long buys(LoyaltyEngine engine, MemberId member) {
        return engine.purchase(order(member, "o-9")).receipt().earned();
    }
}
