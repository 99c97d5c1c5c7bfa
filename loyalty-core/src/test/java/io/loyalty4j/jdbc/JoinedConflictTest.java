package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.BEN;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static io.loyalty4j.jdbc.JoinedShop.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.AtOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the shop's own transaction a conflict is told at once, once, and leaves nothing of the transaction. The numbers are those of the fault catalogue. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class JoinedConflictTest {
    static List<Database> all() {
        return Database.all();
    }

    private static void waitsAtMostASecondForLocks(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        Database.run(
                connection,
                product.equals("H2")
                        ? "set lock_timeout 1000"
                        : product.equals("PostgreSQL")
                                ? "set local lock_timeout = '1s'"
                                : "set session innodb_lock_wait_timeout = 1");
    }

    /** Number 5. */
    @ParameterizedTest
    @MethodSource("all")
    void what_another_transaction_holds_ends_this_one_without_a_second_attempt(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();

        shop.transactions.in(outer -> {
            shop.joined.purchase(order(ANA, "o-1")).receipt();
            shop.transactions.statements().clear();
            assertThatThrownBy(() -> shop.transactions.in(inner -> {
                        waitsAtMostASecondForLocks(inner);
                        row(inner, "o-2");
                        return shop.joined.purchase(order(ANA, "o-2"));
                    }))
                    .isInstanceOf(ConcurrentUpdateException.class);
            return true;
        });

        assertThat(shop.transactions.statements().stream().filter(sql -> sql.endsWith("for update")))
                .hasSize(1);
        assertThat(shop.transactions.marks()).isEqualTo(1);
        assertThat(shop.transactions.touched()).isEmpty();
        assertThat(List.of(shop.rows(), shop.available(ANA))).containsExactly(0L, 40L);
    }

    /** Number 6. */
    @ParameterizedTest
    @MethodSource("all")
    void a_shop_that_swallows_the_conflict_keeps_nothing_all_the_same(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();

        shop.transactions.in(Connection.TRANSACTION_REPEATABLE_READ, connection -> {
            row(connection, "o-1");
            assertThat(shop.joined.account(ANA).available()).isEqualTo(20);
            shop.own.purchase(order(ANA, "o-other")).receipt();
            assertThatThrownBy(() -> shop.joined.purchase(order(ANA, "o-1")))
                    .isInstanceOf(ConcurrentUpdateException.class);
            goesOn(connection);
            return true;
        });

        assertThat(shop.transactions.marks()).isEqualTo(1);
        assertThat(List.of(shop.rows(), shop.available(ANA))).containsExactly(0L, 40L);
    }

    /** PostgreSQL lets nobody go on after an error. */
    private static void goesOn(Connection connection) {
        try {
            row(connection, "o-1-line");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("25P02");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_mark_that_fails_is_told_beside_the_conflict(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();
        IllegalStateException noTransaction = new IllegalStateException("no transaction status in scope");
        LoyaltyEngine joined = shop.engine(shop.joining.markingRollbackOnly(() -> {
            throw noTransaction;
        }));

        shop.transactions.in(outer -> {
            joined.purchase(order(ANA, "o-1")).receipt();
            assertThatThrownBy(() -> shop.transactions.in(inner -> {
                        waitsAtMostASecondForLocks(inner);
                        return joined.purchase(order(ANA, "o-2"));
                    }))
                    .isInstanceOf(ConcurrentUpdateException.class)
                    .satisfies(conflict -> assertThat(conflict.getSuppressed()).containsExactly(noTransaction));
            return true;
        });

        assertThat(shop.available(ANA)).isEqualTo(40);
    }

    /** Number 7: the shop's transaction has read before others wrote. */
    @ParameterizedTest
    @MethodSource("all")
    void no_decision_is_made_on_what_is_not_true_any_more(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();
        for (int isolation : List.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ)) {
            for (boolean enough : List.of(false, true)) {
                Order last = order(ANA, "o-" + isolation + enough);
                boolean booked = redeems(shop, isolation, last.redeem("ten"), enough);
                if (isolation == Connection.TRANSACTION_READ_COMMITTED) {
                    assertThat(booked).as("of the newest balance").isTrue();
                }
            }
        }
        assertThat(shop.own.journal(ANA).verify().findings()).isEmpty();
    }

    /** The points are sent away, or come back, in the midst of the transaction. Tells whether it was decided, on what was true then. */
    private static boolean redeems(JoinedShop shop, int isolation, Order order, boolean enough) throws SQLException {
        if (enough) {
            sendsAllAway(shop, order.id());
        }
        try {
            return shop.transactions.in(isolation, connection -> {
                shop.joined.account(ANA);
                if (enough) {
                    shop.own.purchase(order(ANA, order.id() + "-more")).receipt();
                } else {
                    sendsAllAway(shop, order.id());
                }
                assertThat(shop.joined.purchase(order).refusal().isEmpty())
                        .as("the order is paid with points")
                        .isEqualTo(enough);
                return true;
            });
        } catch (ConcurrentUpdateException conflict) {
            return false;
        }
    }

    private static void sendsAllAway(JoinedShop shop, String id) {
        long has = shop.available(ANA);
        if (has > 0) {
            shop.own.execute(Transfer.of(ANA, id + "-away", has).to(BEN)).receipt();
        }
    }

    /** Number 14, at two tills. */
    @ParameterizedTest
    @MethodSource("all")
    void of_tills_that_book_the_same_at_once_one_does_and_the_others_are_told(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();

        List<Outcome> outcomes = AtOnce.times(8, till -> again(shop, () -> shop.joined.purchase(order(ANA, "o-1"))));

        assertThat(outcomes.stream().filter(Outcome.Applied.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Replayed.class::isInstance)).hasSize(7);
        assertThat(outcomes)
                .extracting(outcome -> outcome.receipt().posting().hash())
                .containsOnly(outcomes.get(0).receipt().posting().hash());
        assertThat(shop.available(ANA)).isEqualTo(40);
    }

    /** Number 11. */
    @ParameterizedTest
    @MethodSource("all")
    void of_tills_that_want_the_same_points_one_gets_them(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        for (int i = 0; i < 5; i++) {
            shop.own.purchase(order(ANA, "o-" + i)).receipt();
        }

        List<Outcome> outcomes = AtOnce.times(
                4,
                till -> again(
                        shop,
                        () -> shop.joined.reserve(order(ANA, "till-" + till).redeem("eighty"))));

        assertThat(outcomes.stream().filter(Outcome.Applied.class::isInstance)).hasSize(1);
        assertThat(shop.own.account(ANA).held()).isEqualTo(80);
    }

    /** As shops do: a transaction that met another is done again. */
    private static Outcome again(JoinedShop shop, Callable<Outcome> booking) {
        Optional<Outcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            try {
                outcome = Optional.of(shop.transactions.in(connection -> {
                    try {
                        return booking.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
            } catch (ConcurrentUpdateException conflict) {
                Thread.onSpinWait();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return outcome.get();
    }

    /** Number 21. */
    @ParameterizedTest
    @MethodSource("all")
    void of_tills_that_open_the_same_account_one_does_though_the_first_is_rolled_back(Database database)
            throws Exception {
        JoinedShop shop = new JoinedShop(database);
        AtomicInteger first = new AtomicInteger();

        List<Outcome> outcomes = AtOnce.times(
                3,
                till -> again(shop, () -> {
                    Outcome outcome = shop.joined.purchase(order(ANA, "o-" + till));
                    if (first.getAndIncrement() == 0) {
                        throw new ConcurrentUpdateException("the shop has thought better of it");
                    }
                    return outcome;
                }));

        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Applied.class);
        assertThat(shop.available(ANA)).isEqualTo(60);
        assertThat(shop.own.journal(ANA).verify().findings()).isEmpty();
    }

    /** Number 19: transfers there and back lock the two accounts in either order. */
    @ParameterizedTest
    @MethodSource("all")
    void of_two_that_wait_for_each_other_one_goes_on_and_the_other_keeps_nothing(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();
        shop.own.purchase(order(BEN, "o-0")).receipt();
        CyclicBarrier both = new CyclicBarrier(2);

        List<Callable<Boolean>> tills = new ArrayList<>();
        for (List<MemberId> members : List.of(List.of(ANA, BEN), List.of(BEN, ANA))) {
            tills.add(() -> crossed(shop, both, members.get(0), members.get(1)));
        }
        List<Boolean> done = AtOnce.all(tills);

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(List.of(shop.rows(), shop.available(ANA), shop.available(BEN)))
                .containsExactly(1L, 40L, 40L);
    }

    private static boolean crossed(JoinedShop shop, CyclicBarrier both, MemberId first, MemberId second)
            throws SQLException {
        try {
            return shop.transactions.in(connection -> {
                row(connection, "o-" + first);
                shop.joined.purchase(order(first, "o-1")).receipt();
                meet(both);
                shop.joined.purchase(order(second, "o-2")).receipt();
                return true;
            });
        } catch (ConcurrentUpdateException conflict) {
            return false;
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message that cannot be booked for its receiver is not left for later, for its sender's booking is lost with it. */
    @ParameterizedTest
    @MethodSource("all")
    void a_conflict_at_the_receiver_s_account_ends_the_sender_s_transaction_too(Database database) throws Exception {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-0")).receipt();
        shop.own.purchase(order(BEN, "o-0")).receipt();

        shop.transactions.in(outer -> {
            shop.joined.purchase(order(BEN, "o-1")).receipt();
            assertThatThrownBy(() -> shop.transactions.in(inner -> {
                        waitsAtMostASecondForLocks(inner);
                        return shop.joined.execute(Transfer.of(ANA, "t-1", 5).to(BEN));
                    }))
                    .isInstanceOf(ConcurrentUpdateException.class);
            return true;
        });

        assertThat(List.of(shop.available(ANA), shop.available(BEN))).containsExactly(20L, 40L);
        assertThat(shop.owning.messages(10)).isEmpty();
    }
}
