package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.jdbc.FaultyDataSource.Call;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FaultyDataSourceTest {
    private static final int COMMIT = 8;

    private final DataSource real = Database.H2.fresh();
    private final FaultyDataSource faulty = new FaultyDataSource(real);

    @BeforeEach
    void table() throws SQLException {
        try (Connection connection = real.getConnection()) {
            Database.run(connection, "CREATE TABLE t (n INT PRIMARY KEY)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        faulty.closeAll();
    }

    @Test
    void numbers_the_calls_that_can_reach_the_server_or_fail() throws SQLException {
        add(1);
        assertThat(faulty.calls())
                .extracting(Call::name)
                .containsExactly(
                        "DataSource.getConnection",
                        "Connection.setAutoCommit",
                        "Connection.prepareStatement",
                        "PreparedStatement.executeQuery",
                        "ResultSet.next",
                        "Connection.prepareStatement",
                        "PreparedStatement.executeUpdate",
                        "Connection.commit",
                        "PreparedStatement.close",
                        "ResultSet.close",
                        "PreparedStatement.close",
                        "Connection.close");
        assertThat(faulty.calls()).extracting(Call::number).first().isEqualTo(1);
        assertThat(faulty.broken()).isEmpty();
        assertThat(rows()).containsExactly(1);
    }

    @Test
    void every_call_of_a_unit_can_be_broken_before_and_after_and_only_a_commit_that_was_done_leaves_rows()
            throws SQLException {
        add(1);
        List<Call> unit = faulty.calls();
        for (Call call : unit) {
            for (Break each : List.of(Break.before(Break.lost("08006")), Break.after(Break.lost("08006")))) {
                clear();
                faulty.breaks(call.number(), each);
                assertThatThrownBy(() -> add(2))
                        .isInstanceOf(SQLException.class)
                        .hasMessageStartingWith("injected");
                assertThat(faulty.broken()).extracting(Call::name).containsExactly(call.name());
                boolean committed = call.number() > COMMIT || (call.number() == COMMIT && each.done());
                assertThat(rows()).hasSize(committed ? 1 : 0);
            }
        }
        faulty.breaks(unit.size() + 1, Break.before(Break.lost("08006")));
        clear();
        add(3);
        assertThat(faulty.broken()).isEmpty();
    }

    @Test
    void a_pool_over_it_throws_lost_connections_away() throws SQLException {
        try (var pool = Database.pooled(faulty.dataSource(), 1, Duration.ofSeconds(5))) {
            faulty.plan(call -> call.name().endsWith("executeUpdate") ? Break.before(Break.lost("08006")) : null);
            assertThatThrownBy(() -> add(pool, 1)).isInstanceOf(SQLException.class);
            faulty.plan(call -> null);
            add(pool, 2);
            assertThat(rows()).containsExactly(2);
        }
    }

    @Nested
    final class A_connection {
        @Test
        void that_is_lost_stays_lost_and_others_do_not() throws SQLException {
            Connection victim = begun();
            faulty.plan(call -> call.number() == 1 ? Break.before(Break.lost("57P01")) : null);
            assertThatThrownBy(() -> Database.run(victim, "INSERT INTO t VALUES (2)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getSQLState()).isEqualTo("57P01"));
            assertThatThrownBy(victim::commit).hasMessageContaining("gone");
            assertThatThrownBy(victim::rollback).hasMessageContaining("gone");
            assertThat(victim.isValid(1)).isFalse();
            assertThat(victim.isClosed()).isTrue();
            victim.close();
            assertThat(rows()).isEmpty();
            assertThat(faulty.closeAll()).isZero();
            add(3);
            assertThat(rows()).containsExactly(3);
        }

        @Test
        void that_aborts_refuses_all_until_it_is_rolled_back() throws SQLException {
            try (Connection connection = begun()) {
                breaksNext(Break.aborts("40001"));
                assertThatThrownBy(() -> Database.run(connection, "INSERT INTO t VALUES (2)"));
                assertState("25P02", () -> Database.run(connection, "INSERT INTO t VALUES (3)"));
                connection.rollback();
                Database.run(connection, "INSERT INTO t VALUES (4)");
                connection.commit();
            }
            assertThat(rows()).containsExactly(4);
        }

        @Test
        void that_aborted_rolls_back_where_a_commit_is_asked_for() throws SQLException {
            try (Connection connection = begun()) {
                breaksNext(Break.aborts("40001"));
                assertThatThrownBy(() -> Database.run(connection, "INSERT INTO t VALUES (2)"));
                assertState("25P02", connection::commit);
                connection.commit();
            }
            assertThat(rows()).isEmpty();
        }

        @Test
        void that_rolls_back_goes_on_in_a_transaction_that_a_commit_keeps() throws SQLException {
            try (Connection connection = begun()) {
                breaksNext(Break.rollsBack("HY000", 1020));
                assertThatThrownBy(() -> Database.run(connection, "INSERT INTO t VALUES (2)"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                error -> assertThat(error.getErrorCode()).isEqualTo(1020));
                Database.run(connection, "INSERT INTO t VALUES (3)");
                connection.commit();
            }
            assertThat(rows()).containsExactly(3);
        }

        @Test
        void whose_statement_fails_alone_keeps_the_rest() throws SQLException {
            try (Connection connection = begun()) {
                breaksNext(Break.failsAlone("HY000", 1205));
                assertThatThrownBy(() -> Database.run(connection, "INSERT INTO t VALUES (2)"));
                connection.commit();
            }
            assertThat(rows()).containsExactly(1);
        }

        @Test
        void that_is_closed_underneath_fails_in_the_words_of_its_driver() throws SQLException {
            Connection connection = begun();
            breaksNext(Break.closed());
            assertThatThrownBy(() -> Database.run(connection, "INSERT INTO t VALUES (2)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getErrorCode()).isIn(90007, 90067, 90121));
            assertThat(rows()).isEmpty();
        }

        @Test
        void that_hangs_is_lost_after_the_time() throws SQLException {
            Connection connection = begun();
            breaksNext(Break.hangs(Duration.ofMillis(30)));
            long began = System.nanoTime();
            assertState("08006", () -> Database.run(connection, "INSERT INTO t VALUES (2)"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
            assertThat(connection.isValid(1)).isFalse();
        }

        @Test
        void that_hangs_ends_at_an_interrupt_and_keeps_it() throws SQLException {
            Connection connection = begun();
            breaksNext(Break.hangs(Duration.ofMinutes(5)));
            Thread.currentThread().interrupt();
            assertState("08006", () -> Database.run(connection, "INSERT INTO t VALUES (2)"));
            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void survives_what_a_driver_throws_by_mistake() throws SQLException {
            try (Connection connection = begun()) {
                breaksNext(Break.thrown(() -> new OutOfMemoryError("injected")));
                assertThatThrownBy(() -> Database.run(connection, "INSERT INTO t VALUES (2)"))
                        .isInstanceOf(OutOfMemoryError.class);
                connection.commit();
            }
            assertThat(rows()).containsExactly(1);
        }

        @Test
        void that_nobody_closed_is_counted_and_closed() throws SQLException {
            Connection forgotten = begun();
            assertThat(faulty.closeAll()).isOne();
            assertThat(forgotten.isClosed()).isTrue();
        }

        /** In a transaction that has inserted 1; numbers begin anew. */
        private Connection begun() throws SQLException {
            Connection connection = faulty.dataSource().getConnection();
            connection.setAutoCommit(false);
            Database.run(connection, "INSERT INTO t VALUES (1)");
            faulty.plan(call -> null);
            return connection;
        }

        private void breaksNext(Break.How how) {
            faulty.plan(call ->
                    call.name().equals("Statement.execute") && faulty.broken().isEmpty() ? Break.before(how) : null);
        }
    }

    private static void assertState(String state, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo(state));
    }

    private void add(int n) throws SQLException {
        add(faulty.dataSource(), n);
    }

    private static void add(DataSource source, int n) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement("SELECT n FROM t WHERE n = ?")) {
                query.setInt(1, n);
                try (ResultSet found = query.executeQuery()) {
                    if (!found.next()) {
                        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
                            insert.setInt(1, n);
                            insert.executeUpdate();
                            connection.commit();
                        }
                    }
                }
            }
        }
    }

    private void clear() throws SQLException {
        try (Connection connection = real.getConnection()) {
            Database.run(connection, "DELETE FROM t");
        }
    }

    private List<Integer> rows() throws SQLException {
        try (Connection connection = real.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT n FROM t ORDER BY n")) {
            List<Integer> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getInt(1));
            }
            return rows;
        }
    }
}
