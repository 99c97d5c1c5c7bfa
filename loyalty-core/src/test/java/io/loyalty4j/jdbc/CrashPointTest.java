package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.loyalty4j.jdbc.FaultyDataSource.Call;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Retries;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * FAULTS 1, 2, 4, 22, 23, 25, 50 and 82: every JDBC call of every command is broken, before and after it is done, in every way a server, a driver or a machine
 * breaks it. Whatever the caller is told, the same command sent again has exactly one effect, the same as without any fault, and no connection is left open.
 */
final class CrashPointTest {
    /**
     * So many of the ways in which a call breaks before it is done, and as many of those after it, are tried on each call, by turns; all of them with {@code -Pslow}. With 0
     * it is one way: before on every other call, after on those between, and the other way round on the next database.
     */
    private static final int WAYS = Integer.getInteger("loyalty4j.crashes.ways", 0);

    private static final Retries SOON = new Retries(4, Duration.ofSeconds(5), Duration.ofMillis(1));
    private static final List<Break> BEFORE = List.of(
            Break.before(Break.lost("57P01")),
            Break.before(Break.aborts("40001")),
            Break.before(Break.rollsBack("40001", 1213)),
            Break.before(Break.thrown(() -> new IllegalStateException("injected: a mistake"))),
            Break.before(Break.failsAlone("HY000", 1205)),
            Break.before(Break.hangs(Duration.ofMillis(5))),
            Break.before(Break.aborts("57014")),
            Break.before(Break.closed()));
    private static final List<Break> AFTER = List.of(
            Break.after(Break.lost("08006")),
            Break.after(Break.closed()),
            Break.after(Break.hangs(Duration.ofMillis(5))),
            Break.after(Break.lost("40003")),
            Break.after(Break.thrown(() -> new OutOfMemoryError("injected"))),
            Break.after(Break.thrown(() -> new StackOverflowError("injected"))));

    private static final List<Database.Pool> POOLS = new ArrayList<>();

    @AfterAll
    static void close() {
        POOLS.forEach(Database.Pool::close);
    }

    @TestFactory
    Stream<DynamicTest> every_call_of_every_command_may_break() {
        List<Database> databases = Database.all().stream()
                .filter(database -> database != Database.H2_FILE)
                .toList();
        return databases.stream().flatMap(database -> tests(database, databases.indexOf(database)));
    }

    private static Stream<DynamicTest> tests(Database database, int number) {
        Bench bench = new Bench(database, WAYS, number);
        return CrashCase.all().stream()
                .map(one -> dynamicTest(database + ": " + one.name(), () -> bench.breakEveryCall(one)));
    }

    /** Commands of always new members on the same tables. */
    private static final class Bench {
        private final FaultyDataSource faulty;
        private final LoyaltyStore store;
        private final int most;
        private final int first;
        private int turn;
        private int runs;

        /**
         * A bench on one database.
         *
         * @param ways in which each call is broken
         * @param first whether a command's first call breaks before it is done, if that is even, or after
         */
        Bench(Database database, int ways, int first) {
            this.most = Math.min(ways, Math.max(BEFORE.size(), AFTER.size()));
            this.first = first;
            DataSource real = database.fresh();
            JdbcLoyaltyStore.on(real).createSchema();
            Database.Pool pool = Database.pooled(real, 6, Duration.ofSeconds(10));
            this.faulty = new FaultyDataSource(pool);
            POOLS.add(pool);
            this.store = JdbcLoyaltyStore.on(faulty.dataSource()).retries(SOON);
            store.messages(1);
        }

        void breakEveryCall(CrashCase one) throws SQLException {
            List<Call> calls = calls(one);
            assertThat(calls).as("calls of %s", one.name()).hasSizeGreaterThan(5);
            int broken = 0;
            for (Call call : calls) {
                broken +=
                        most == 0 ? breakOnce(one, call, (calls.indexOf(call) + first) % 2 == 0) : breakBoth(one, call);
            }
            System.out.printf(
                    Locale.ROOT,
                    "Crash points of %s: %d calls, broken %d times in all%n",
                    one.name(),
                    calls.size(),
                    broken);
        }

        private int breakOnce(CrashCase one, Call call, boolean before) throws SQLException {
            breakOne(one, call, before ? BEFORE : AFTER, turn++ / 2);
            return 1;
        }

        private int breakBoth(CrashCase one, Call call) throws SQLException {
            for (int i = 0; i < most; i++, turn++) {
                breakOne(one, call, BEFORE, turn);
                breakOne(one, call, AFTER, turn);
            }
            return 2 * most;
        }

        /** Those of the fourth run: the first ones find accounts missing, or young, that all runs share. */
        private List<Call> calls(CrashCase one) {
            faulty.plan(call -> null);
            List<Call> calls = List.of();
            for (int times = 0; times < 4; times++) {
                CrashCase.Till till = one.till(store, "r" + runs++);
                one.before().accept(till);
                faulty.plan(call -> null);
                one.act().accept(till);
                calls = faulty.calls();
            }
            return calls;
        }

        private void breakOne(CrashCase one, Call call, List<Break> ways, int way) throws SQLException {
            Break each = ways.get(way % ways.size());
            String id = "r" + runs++;
            CrashCase.Till till = one.till(store, id);
            one.before().accept(till);
            faulty.breaks(call.number(), each);
            try {
                one.act().accept(till);
            } catch (RuntimeException | Error e) {
                assertThat(e).as("what the caller is told").hasMessageNotContaining("null");
            }
            assertThat(faulty.broken()).as("%s of %s", call, id).hasSize(1);
            String broken = faulty.broken().get(0).name();
            faulty.plan(other -> null);
            int open = faulty.closeAll();
            boolean nobodys =
                    broken.equals("Connection.close") || (broken.equals("DataSource.getConnection") && each.done());
            if (!nobodys) {
                assertThat(open)
                        .as("connections left open when %s broke (way %s)", call, ways.indexOf(each))
                        .isZero();
            }
            one.act().accept(till);
            till.comesBackLater();
            till.comesBackAfterLeases();
            assertThat(till.picture())
                    .as("after %s broke (%s, way %s)", call, each.done() ? "done" : "not done", ways.indexOf(each))
                    .isEqualTo(withoutFaults(one, id));
        }

        private static Picture withoutFaults(CrashCase one, String id) {
            CrashCase.Till smooth = one.till(LoyaltyStore.inMemory(), id);
            one.before().accept(smooth);
            one.act().accept(smooth);
            smooth.comesBackLater();
            smooth.comesBackAfterLeases();
            return smooth.picture();
        }
    }
}
