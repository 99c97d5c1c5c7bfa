package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.BEN;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static io.loyalty4j.jdbc.JoinedShop.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Transfer;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the shop's own transaction, points are booked if and only if the shop commits. The numbers are those of the fault catalogue. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class JoinedTransactionsTest {
    private static final String BUDGET = "budget/plain/early/points";

    static List<Database> all() {
        return Database.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_the_shop_commits_is_booked_with_its_own_rows(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        shop.transactions.in(connection -> {
            row(connection, "o-1");
            shop.joined.purchase(order(ANA, "o-1")).receipt();
            assertThat(shop.joined.account(ANA).available()).as("inside").isEqualTo(20);
            assertThat(shop.available(ANA)).as("outside").isZero();
            return shop.joined.execute(Transfer.of(ANA, "t-1", 5).to(BEN)).receipt();
        });

        assertThat(List.of(shop.rows(), shop.available(ANA), shop.available(BEN)))
                .containsExactly(1L, 15L, 5L);
        assertThat(shop.own.journal(ANA).verify().findings()).isEmpty();
        assertThat(shop.transactions.touched()).as("of the shop's connection").isEmpty();
    }

    /** Number 25. */
    @ParameterizedTest
    @MethodSource("all")
    void what_the_shop_rolls_back_was_never_booked(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        assertThatThrownBy(() -> shop.transactions.in(connection -> {
                    row(connection, "o-1");
                    shop.joined.purchase(order(ANA, "o-1")).receipt();
                    shop.joined.execute(Transfer.of(ANA, "t-1", 5).to(BEN)).receipt();
                    throw new IllegalStateException("the card was declined");
                }))
                .hasMessage("the card was declined");

        assertThat(shop.rows()).isZero();
        assertThat(shop.empty()).isTrue();
        assertThat(shop.own.purchase(order(ANA, "o-1"))).isInstanceOf(Outcome.Applied.class);
    }

    /** Number 26. */
    @ParameterizedTest
    @MethodSource("all")
    void what_the_shop_takes_back_to_a_savepoint_was_never_booked(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        shop.transactions.in(connection -> {
            row(connection, "o-1");
            shop.joined.purchase(order(ANA, "o-1")).receipt();
            Savepoint before = connection.setSavepoint();
            shop.joined.purchase(order(ANA, "o-2")).receipt();
            shop.joined.purchase(order(BEN, "o-3")).receipt();
            connection.rollback(before);
            assertThat(shop.joined.account(ANA).available()).isEqualTo(20);
            return shop.joined
                    .refund(Refund.of(order(ANA, "o-1"), "r-1").line("thing", 1))
                    .receipt();
        });

        assertThat(List.of(shop.rows(), shop.available(ANA), shop.available(BEN)))
                .containsExactly(1L, 0L, 0L);
        assertThat(shop.own.journal(ANA).postings()).hasSize(2);
        assertThat(shop.own.journal(ANA).verify().findings()).isEmpty();
        assertThat(shop.owning.find(BEN)).isEmpty();
    }

    /** Number 8. */
    @ParameterizedTest
    @MethodSource("all")
    void a_known_request_is_answered_and_the_shop_goes_on(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);
        shop.own.purchase(order(ANA, "o-1")).receipt();

        Outcome again = shop.transactions.in(connection -> {
            Outcome known = shop.joined.purchase(order(ANA, "o-1"));
            row(connection, "o-1");
            return known;
        });

        assertThat(again).isInstanceOf(Outcome.Replayed.class);
        assertThat(List.of(shop.rows(), shop.available(ANA))).containsExactly(1L, 20L);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_refusal_writes_nothing_and_the_shop_goes_on(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        shop.transactions.in(connection -> {
            assertThat(shop.joined.purchase(order(ANA, "o-1").redeem("ten")).refusal())
                    .isPresent();
            row(connection, "o-1");
            return shop.joined.purchase(order(ANA, "o-1")).receipt();
        });

        assertThat(List.of(shop.rows(), shop.available(ANA))).containsExactly(1L, 20L);
    }

    /** Number 17. */
    @ParameterizedTest
    @MethodSource("all")
    void ids_that_differ_in_a_letter_s_case_are_two(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        shop.transactions.in(connection -> {
            shop.joined.purchase(order(ANA, "Order-1")).receipt();
            return shop.joined.purchase(order(ANA, "order-1")).receipt();
        });

        assertThat(shop.own.journal(ANA).postings()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void several_commands_are_one_with_the_shop_s_transaction(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        assertThatThrownBy(() -> shop.transactions.in(connection -> {
                    shop.joined.executeAll(List.of(order(BEN, "o-1"), order(ANA, "o-2"), order(BEN, "o-3")));
                    throw new IllegalStateException("declined");
                }))
                .hasMessage("declined");
        assertThat(shop.empty()).isTrue();

        List<Outcome> outcomes = shop.transactions.in(connection -> shop.joined.executeAll(
                List.of(order(BEN, "o-1"), order(ANA, "o-2"), order(BEN, "o-3"), order(BEN, "o-1"))));
        assertThat(outcomes)
                .extracting(Object::getClass)
                .containsExactly(
                        Outcome.Applied.class, Outcome.Applied.class, Outcome.Applied.class, Outcome.Replayed.class);
        assertThat(List.of(shop.available(ANA), shop.available(BEN))).containsExactly(20L, 40L);
    }

    @ParameterizedTest
    @MethodSource("all")
    void without_a_transaction_of_the_shop_s_it_has_its_own(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        shop.joined.purchase(order(ANA, "o-1")).receipt();
        shop.clock.passMonths(13);

        assertThat(shop.joined.runDue(shop.clock.instant()).booked()).isEqualTo(1);
        assertThat(shop.owning.find(ANA).orElseThrow().available()).isZero();
    }

    /** Number 27. */
    @ParameterizedTest
    @MethodSource("all")
    void a_transaction_inside_another_stays_when_the_outer_one_is_rolled_back(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        assertThatThrownBy(() -> shop.transactions.in(connection -> {
                    shop.joined.purchase(order(ANA, "o-1")).receipt();
                    shop.transactions.in(
                            inner -> shop.joined.purchase(order(BEN, "o-2")).receipt());
                    throw new IllegalStateException("declined");
                }))
                .hasMessage("declined");

        assertThat(List.of(shop.available(ANA), shop.available(BEN))).containsExactly(0L, 20L);
    }

    /** The shop's transaction does not hold up other tills at a budget; whether it is used is known when it has ended. */
    @ParameterizedTest
    @MethodSource("all")
    void claims_are_not_part_of_the_shop_s_transaction(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        assertThatThrownBy(() -> shop.transactions.in(connection -> {
                    earns(shop.joined.record(Activity.of(ANA, "early", "a-1")), 10);
                    earns(shop.own.record(Activity.of(BEN, "early", "b-1")), 10);
                    assertThat(shop.owning.taken(BUDGET)).isEqualTo(20);
                    throw new IllegalStateException("declined");
                }))
                .hasMessage("declined");
        shop.transactions.in(connection -> {
            earns(shop.joined.record(Activity.of(ANA, "early", "a-2")), 5);
            return true;
        });

        assertThat(shop.owning.taken(BUDGET)).as("until it is settled").isEqualTo(25);
        shop.clock.pass(Duration.ofMinutes(11));
        shop.joined.runDue(shop.clock.instant());
        assertThat(shop.owning.taken(BUDGET)).as("of two that were booked").isEqualTo(15);
        assertThat(shop.owning.unsettled(Instant.MAX, 10)).isEmpty();
        assertThat(shop.transactions.touched()).isEmpty();
    }

    private static void earns(Outcome outcome, long points) {
        assertThat(outcome.receipt().earned()).isEqualTo(points);
    }

    @ParameterizedTest
    @MethodSource("all")
    void without_a_source_for_claims_a_claim_is_no_part_of_the_shop_s_transaction_either(Database database)
            throws SQLException {
        JoinedShop shop = new JoinedShop(database);
        JdbcLoyaltyStore store = JdbcLoyaltyStore.joining(shop.transactions.aware());

        shop.transactions.in(connection -> {
            row(connection, "o-1");
            assertThatThrownBy(() -> shop.engine(store).record(Activity.of(ANA, "early", "a-1")))
                    .isInstanceOf(StoreFailedException.class)
                    .hasMessageContaining("claimingFrom(plain)");
            return shop.engine(store).purchase(order(ANA, "o-1")).receipt();
        });

        assertThat(List.of(shop.rows(), shop.available(ANA))).containsExactly(1L, 20L);
        assertThat(shop.transactions.touched()).isEmpty();
        earns(shop.engine(store).record(Activity.of(ANA, "early", "a-1")), 10);
        assertThat(shop.engine(store).runDue(shop.clock.instant()).booked()).isZero();
    }

    /** Number 24. */
    @ParameterizedTest
    @MethodSource("all")
    void in_a_transaction_that_only_reads_nothing_can_be_booked(Database database) throws SQLException {
        JoinedShop shop = new JoinedShop(database);

        shop.transactions.in(connection -> {
            connection.setReadOnly(true);
            if (connection.isReadOnly()) {
                assertThatThrownBy(() -> shop.joined.purchase(order(ANA, "o-1")))
                        .isInstanceOf(StoreFailedException.class)
                        .hasMessageContaining("read-only");
            }
            return true;
        });

        assertThat(shop.empty()).isTrue();
    }
}
