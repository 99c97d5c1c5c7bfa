package io.loyalty4j.jdbc;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the databases really say and leave when something goes wrong, and that {@link Fault} takes it for what it is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ErrorFactsTest {
    /**
     * SQLState, vendor's number, fault, and what is left. A dash stands where the database knows no such trouble; MariaDB has two columns
     * in one where {@code innodb_snapshot_isolation} off and on differ; of several errors in one column, chance decides.
     */
    private static final Map<Trouble, List<String>> FACTS = """
            LOST_UNDER_REPEATABLE_READ      | 40001 40001 CONFLICT ROLLED_BACK         | 40001 0 CONFLICT REFUSED            | no error off, HY000 1020 CONFLICT ROLLED_BACK on
            DEADLOCK                        | 40001 40001 CONFLICT ROLLED_BACK         | 40P01 0 CONFLICT REFUSED            | 40001 1213 CONFLICT ROLLED_BACK
            WRITE_SKEW_AT_COMMIT            | no error                                 | 40001 0 CONFLICT ROLLED_BACK        | -
            LOCK_WAIT_TOO_LONG              | HYT00 50200 CONFLICT STATEMENT_FAILED    | 55P03 0 CONFLICT REFUSED            | HY000 1205 CONFLICT STATEMENT_FAILED
            LOCKED_AND_NOT_WAITED_FOR       | HYT00 50200 CONFLICT STATEMENT_FAILED    | 55P03 0 CONFLICT REFUSED            | HY000 1205 CONFLICT STATEMENT_FAILED
            STATEMENT_TOO_LONG              | 57014 57014 TIMEOUT STATEMENT_FAILED     | 57014 0 TIMEOUT REFUSED             | 70100 1969 TIMEOUT STATEMENT_FAILED
            STATEMENT_TOO_LONG_FOR_IT_WAITS | HYT00 50200 CONFLICT STATEMENT_FAILED    | 57014 0 TIMEOUT REFUSED             | 70100 1969 TIMEOUT STATEMENT_FAILED
            STATEMENT_CANCELLED             | 57014 57014 TIMEOUT STATEMENT_FAILED     | 57014 0 TIMEOUT REFUSED             | 70100 1317 TIMEOUT STATEMENT_FAILED
            TRANSACTION_TOO_LONG            | -                                        | 25P04 0 CONNECTION_LOST GONE        | -
            IDLE_TOO_LONG                   | -                                        | 25P03 0 CONNECTION_LOST GONE        | 08000 -1 CONNECTION_LOST GONE
            NO_ANSWER                       | -                                        | 08006 0 CONNECTION_LOST GONE        | 08000 -1 CONNECTION_LOST GONE
            NO_SERVER                       | -                                        | 08001 0 CONNECTION_LOST STATEMENT_FAILED | 08000 0 CONNECTION_LOST STATEMENT_FAILED
            KILLED                          | 90121 90121 CONNECTION_LOST GONE         | 57P01 0 CONNECTION_LOST GONE        | 08000 -1 CONNECTION_LOST GONE
            KILLED_BEFORE_COMMIT            | 90121 90121 CONNECTION_LOST GONE         | 57P01 0 CONNECTION_LOST GONE        | 08000 -1 CONNECTION_LOST GONE
            KILLED_WHILE_WAITING            | 90098 90098 CONNECTION_LOST GONE or 90121 90121 CONNECTION_LOST GONE or 40001 40001 CONFLICT GONE | 57P01 0 CONNECTION_LOST GONE | 08000 -1 CONNECTION_LOST GONE
            CLOSED                          | 90007 90007 CONNECTION_LOST GONE         | 08003 0 CONNECTION_LOST GONE        | 08000 1220 CONNECTION_LOST GONE
            STATEMENT_CLOSED                | 90007 90007 CONNECTION_LOST STATEMENT_FAILED | 55000 0 OTHER STATEMENT_FAILED | 42000 -1 OTHER STATEMENT_FAILED
            TOO_MANY_CONNECTIONS            | -                                        | 53300 0 TOO_MANY_CONNECTIONS STATEMENT_FAILED | 42000 1226 TOO_MANY_CONNECTIONS STATEMENT_FAILED
            READ_ONLY_TRANSACTION           | no error                                 | 25006 0 READ_ONLY REFUSED           | 25006 1792 READ_ONLY ROLLED_BACK
            READ_ONLY_SERVER                | -                                        | -                                   | HY000 1290 READ_ONLY STATEMENT_FAILED
            FULL                            | -                                        | -                                   | HY000 1114 FULL STATEMENT_FAILED
            DUPLICATE                       | 23505 23505 DUPLICATE STATEMENT_FAILED   | 23505 0 DUPLICATE REFUSED           | 23000 1062 DUPLICATE STATEMENT_FAILED
            DUPLICATE_IN_A_BATCH            | 23505 23505 DUPLICATE STATEMENT_FAILED   | 23505 0 DUPLICATE REFUSED           | 23000 1062 DUPLICATE STATEMENT_FAILED
            OUT_OF_RANGE                    | 22003 22003 BAD_DATA STATEMENT_FAILED    | 22003 0 BAD_DATA REFUSED            | 22003 1690 BAD_DATA STATEMENT_FAILED
            CHECK_BROKEN                    | 23513 23513 BAD_DATA STATEMENT_FAILED    | 23514 0 BAD_DATA REFUSED            | 23000 4025 BAD_DATA STATEMENT_FAILED
            MISSING                         | 23502 23502 BAD_DATA STATEMENT_FAILED    | 23502 0 BAD_DATA REFUSED            | 23000 1048 BAD_DATA STATEMENT_FAILED
            TOO_LONG                        | 22001 22001 BAD_DATA STATEMENT_FAILED    | 22001 0 BAD_DATA REFUSED            | 22001 1406 BAD_DATA STATEMENT_FAILED
            NO_TABLE                        | 42S02 42102 OTHER STATEMENT_FAILED       | 42P01 0 OTHER REFUSED               | 42S02 1146 OTHER STATEMENT_FAILED
            """.lines()
            .map(line -> List.of(line.split(" *\\| *")))
            .collect(toMap(cells -> Trouble.valueOf(cells.get(0)), cells -> cells.subList(1, cells.size())));

    private static final Pattern OFF_AND_ON = Pattern.compile("(.*) off, (.*) on");

    static Stream<Arguments> facts() {
        return Arrays.stream(Trouble.values())
                .flatMap(trouble -> databases()
                        .filter(database -> !fact(trouble, database).equals("-"))
                        .map(database -> Arguments.of(trouble, database, fact(trouble, database))));
    }

    static Stream<Database> databases() {
        return Database.all().stream();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("facts")
    void an_error_says_what_it_says_and_leaves_what_it_leaves(Trouble trouble, Database database, String fact)
            throws SQLException {
        assertThat(trouble.on(database)).isIn((Object[]) fact.split(" or "));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_lost_compare_and_set_under_read_committed_waits_and_then_moves_nothing(Database database)
            throws SQLException, InterruptedException, ExecutionException {
        try (TroubleBench bench = new TroubleBench(database, Connection.TRANSACTION_READ_COMMITTED)) {
            assertThat(Database.number(bench.mine, "SELECT version FROM account WHERE id = 1"))
                    .isZero();
            assertThat(TroubleBench.compareAndSet(bench.other, 1)).isOne();
            CompletableFuture<Integer> moved = CompletableFuture.supplyAsync(() -> moved(bench.mine));
            bench.other.commit();
            assertThat(moved.get()).isZero();
            assertThat(Database.number(bench.mine, "SELECT version FROM account WHERE id = 1"))
                    .isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void where_repeatable_read_lets_a_lost_compare_and_set_pass_a_plain_read_is_stale_and_a_locking_one_is_not(
            Database database) throws SQLException {
        try (TroubleBench bench = new TroubleBench(database, Connection.TRANSACTION_REPEATABLE_READ)) {
            if (!fact(Trouble.LOST_UNDER_REPEATABLE_READ, database).equals("no error")) {
                return;
            }
            assertThat(Database.number(bench.mine, "SELECT version FROM account WHERE id = 1"))
                    .isZero();
            TroubleBench.compareAndSet(bench.other, 1);
            bench.other.commit();
            assertThat(TroubleBench.compareAndSet(bench.mine, 1)).isZero();
            assertThat(Database.number(bench.mine, "SELECT version FROM account WHERE id = 1"))
                    .isZero();
            assertThat(Database.number(bench.mine, "SELECT version FROM account WHERE id = 1 FOR UPDATE"))
                    .isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_pool_that_has_no_more_gave_nothing(Database database) throws SQLException {
        try (var pool = Database.pooled(database.fresh(), 1, Duration.ofMillis(250));
                Connection only = pool.getConnection()) {
            assertThat(only.isValid(1)).isTrue();
            var error = catchThrowableOfType(SQLTransientConnectionException.class, pool::getConnection);
            assertThat(Fault.of(error)).isEqualTo(Fault.TOO_MANY_CONNECTIONS);
        }
    }

    @Test
    void a_database_of_H2_that_is_opened_for_reading_says_so() throws SQLException {
        UrlDataSource source = (UrlDataSource) Database.H2_FILE.fresh();
        try (Connection connection = source.getConnection()) {
            Database.run(connection, "CREATE TABLE t (n INT)", "SHUTDOWN");
        }
        try (Connection reading = new UrlDataSource(source.url() + ";ACCESS_MODE_DATA=r", "sa", "").getConnection()) {
            var error =
                    catchThrowableOfType(SQLException.class, () -> Database.run(reading, "INSERT INTO t VALUES (1)"));
            assertThat(error.getErrorCode()).isEqualTo(90097);
            assertThat(Fault.of(error)).isEqualTo(Fault.READ_ONLY);
        }
    }

    private static int moved(Connection connection) {
        try {
            return TroubleBench.compareAndSet(connection, 1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fact(Trouble trouble, Database database) {
        String cell = FACTS.get(trouble).get(column(database));
        var both = OFF_AND_ON.matcher(cell);
        return both.matches() ? both.group(database.toString().endsWith("ON") ? 2 : 1) : cell;
    }

    private static int column(Database database) {
        String name = database.toString();
        return name.startsWith("H2") ? 0 : name.startsWith("PostgreSQL") ? 1 : 2;
    }
}
