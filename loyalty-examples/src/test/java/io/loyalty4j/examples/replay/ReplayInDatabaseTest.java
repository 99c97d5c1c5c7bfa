package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.Databases;
import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample's history, booked in databases. */
class ReplayInDatabaseTest {
    private static final LoyaltyProgram PROGRAM = BeautyInsider.in("GBP", "Europe/London");
    private static final History HISTORY =
            new HistoryReader(PROGRAM.zone(), Progress.none()).read(List.of(HistorySource.sample()));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static final Map<String, String> BOOKED = new ConcurrentHashMap<>();

    static Stream<Named<Supplier<String>>> databases() {
        return Stream.of(
                Named.of("H2", () -> booked("H2", Databases::h2)),
                Named.of("PostgreSQL", () -> booked("PostgreSQL", Databases::postgresql)));
    }

    /** The URL of one in which the history is booked, once for all tests. */
    private static String booked(String name, Supplier<String> empty) {
        return BOOKED.computeIfAbsent(name, each -> {
            String url = empty.get();
            try (OpenStore open = opened(url)) {
                replay(open.store());
            }
            return url;
        });
    }

    private static OpenStore opened(String url) {
        return StoreArgument.of("--store", url).open();
    }

    private static ReplayTally replay(LoyaltyStore store) {
        return Replay.of(HISTORY, PROGRAM, store, Progress.none());
    }

    /** Each chains all of a member's postings. */
    private static Map<MemberId, String> hashes(Snapshot snapshot) {
        return snapshot.accounts().stream().collect(Collectors.toMap(Account::member, Account::hash));
    }

    private int run(String... words) {
        return new ReplayMain(stream(out), stream(err), Progress.none()).run(words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What was printed but for speed, heap and the store's name. */
    private String report() {
        String all = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return all.substring(all.indexOf("Replay of"), all.indexOf("\nSpeed"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void endsAsInMemory(Supplier<String> database) {
        LoyaltyStore memory = LoyaltyStore.inMemory();
        replay(memory);
        try (OpenStore open = opened(database.get())) {
            LoyaltyStore store = open.store();

            assertThat(PointTotals.of(store.postings()).outstanding())
                    .isEqualTo(PointTotals.of(memory.postings()).outstanding())
                    .isPositive();
            assertThat(hashes(Snapshot.of(store))).isEqualTo(hashes(Snapshot.of(memory)));
            assertThat(Snapshot.of(store)).isEqualTo(Snapshot.of(memory));
            assertThat(Verdict.on(Replay.atTheEnd(HISTORY, PROGRAM, store), Snapshot.members(store))
                            .findings())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void booksNothingAgainInASecondRun(Supplier<String> database) {
        try (OpenStore open = opened(database.get())) {
            Snapshot before = Snapshot.of(open.store());

            ReplayTally tally = replay(open.store());

            assertThat(tally.orders() + tally.refunds()).isZero();
            assertThat(tally.ordersKnown()).isPositive();
            assertThat(tally.refundsKnown()).isPositive();
            assertThat(tally.notBooked()).isEmpty();
            assertThat(Snapshot.of(open.store())).isEqualTo(before);
        }
    }

    @Test
    void isReportedAsOneInMemory() {
        run();
        String expected = report();

        assertThat(run("--store", Databases.h2())).isEqualTo(ReplayMain.FINE);
        assertThat(complaint()).isEmpty();
        assertThat(report()).isEqualTo(expected).contains("0 new postings, 0 changed accounts");
    }

    @Test
    void createsTheTablesWhereTheyAreMissing() {
        String url = Databases.h2();
        String place = "jdbc:h2:mem:" + url.replaceAll(".*:|;.*", "");

        try (OpenStore first = opened(url)) {
            assertThat(first.remark())
                    .contains("The store is " + place + "; its tables were missing and have been created");
        }
        try (OpenStore second = opened(url)) {
            assertThat(second.remark()).contains("The store is " + place + "; its tables were there");
        }
    }

    @Test
    void saysHowMuchWasKnown() {
        assertThat(run("--store", booked("H2", Databases::h2))).isEqualTo(ReplayMain.FINE);
        assertThat(report())
                .containsPattern("orders booked +0\n")
                .containsPattern("orders and returns that the store knew already +[1-9]")
                .contains("0 new postings, 0 changed accounts");
    }

    @Test
    void saysInOneLineThatThereIsNoSuchDatabase() {
        assertThat(run("--store", "jdbc:nothing:here?password=secret")).isEqualTo(ReplayMain.NO_STORE);
        assertThat(complaint().lines()).singleElement().asString().startsWith("jdbc:nothing:here: ");
        assertThat(out.size()).isZero();
    }

    @Test
    void saysInOneLineWhatIsNoOption() {
        assertThat(run("--shop", "x")).isEqualTo(ReplayMain.NO_STORE);
        assertThat(run("--store", "memory")).isEqualTo(ReplayMain.NO_STORE);
        assertThat(run("--store")).isEqualTo(ReplayMain.NO_STORE);
        assertThat(complaint().lines()).hasSize(3).first().asString().startsWith("--shop is no option");
    }
}
