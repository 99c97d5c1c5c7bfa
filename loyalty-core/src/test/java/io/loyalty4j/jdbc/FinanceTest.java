package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.MemberId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries for bookkeepers say what the journal comes to. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FinanceTest {
    private static final long SEED = Long.getLong("loyalty4j.finance.seed", 20_260_701L);
    private static final int COMMANDS = 500;

    static Stream<Arguments> lives() {
        return Database.all().stream()
                .filter(database -> database != Database.H2_FILE)
                .flatMap(database -> Stream.of(
                                Expiry.after(Period.ofMonths(3)),
                                Expiry.afterInactivity(Period.ofMonths(2)),
                                Expiry.never())
                        .map(expiry -> Arguments.of(database, expiry)));
    }

    private record Figures(Finance finance, List<Posting> postings, Map<MemberId, Account> accounts) {
        ZoneId zone() {
            return finance.zone();
        }

        List<List<Object>> rows(String query, Object... parameters) throws SQLException, IOException {
            return finance.rows(query, parameters);
        }
    }

    /** The journal as it was booked, wherever its postings stand now. */
    private static Figures figures(DataSource source, JdbcLoyaltyStore store) throws SQLException {
        Map<MemberId, Account> accounts = new HashMap<>();
        List<Posting> postings = store.postings()
                .map(posting -> posting.header().member())
                .distinct()
                .flatMap(member -> Stream.concat(store.archived().postings(member), store.postings(member)))
                .toList();
        for (Posting posting : postings) {
            accounts.compute(
                    posting.header().member(),
                    (member, known) -> Optional.ofNullable(known)
                            .orElseGet(() -> Account.of(member))
                            .apply(posting));
        }
        return new Figures(Finance.of(source), postings, accounts);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void the_queries_say_what_the_journal_comes_to_also_of_what_was_moved_out_of_it(Database database, Expiry expiry)
            throws Exception {
        DataSource source = database.fresh();
        try (Database.Pool pool = Database.pooled(source, 2, Duration.ofSeconds(20))) {
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool).createSchema();
            RandomLives lives = new RandomLives(store, expiry, SEED);
            lives.pass(COMMANDS / 2);
            Map<String, List<List<Object>>> before = told(figures(source, store));

            Instant middle = lives.clock.instant().minus(Duration.ofDays(20));
            AllTold.in(store);
            assertThat(store.archive(middle, 100, Optional.empty()).postings()).isGreaterThan(100);

            assertThat(told(figures(source, store))).isEqualTo(before);
            lives.pass(COMMANDS / 2);
            Figures figures = figures(source, store);
            liability(figures);
            pointsByRule(figures);
            rollForward(figures);
        }
    }

    /** All that the queries say of every month. */
    private static Map<String, List<List<Object>>> told(Figures figures) throws Exception {
        Map<String, List<List<Object>>> told = new TreeMap<>();
        told.put(
                "liability",
                figures.rows("liability-by-expiry-month.sql", figures.zone().getId()));
        for (YearMonth month : months(figures)) {
            for (String query : List.of("points-by-rule.sql", "roll-forward-of-a-month.sql")) {
                told.put(
                        month + query, figures.rows(query, begin(month, figures), begin(month.plusMonths(1), figures)));
            }
        }
        return told;
    }

    /** All open points, by the month in which they lapse. */
    private static void liability(Figures figures) throws Exception {
        Map<String, long[]> expected = new TreeMap<>();
        figures.accounts
                .values()
                .forEach(account -> account.lots().forEach(lot -> {
                    String month = lapse(lot, account.idleAt())
                            .map(at -> YearMonth.from(at.atZone(figures.zone())).toString())
                            .orElse("never");
                    long[] sums = expected.computeIfAbsent(month, each -> new long[3]);
                    sums[0] += lot.in(Bucket.PENDING);
                    sums[1] += lot.in(Bucket.AVAILABLE);
                    sums[2] += lot.in(Bucket.HELD);
                }));

        List<List<Object>> found =
                figures.rows("liability-by-expiry-month.sql", figures.zone().getId());

        assertThat(found)
                .as("seed " + SEED)
                .isEqualTo(expected.entrySet().stream()
                        .map(each -> List.<Object>of(
                                each.getKey(), each.getValue()[0], each.getValue()[1], each.getValue()[2]))
                        .toList());
        assertThat(found).isNotEmpty();
    }

    private static Optional<Instant> lapse(Lot lot, Optional<Instant> idleAt) {
        Optional<Instant> idle =
                lot.terms().idleAt().map(own -> idleAt.filter(own::isBefore).orElse(own));
        return Stream.concat(idle.stream(), lot.expires().stream()).min(Instant::compareTo);
    }

    private static List<YearMonth> months(Figures figures) {
        return figures.postings.stream()
                .map(posting -> YearMonth.from(posting.header().recordedAt().atZone(figures.zone())))
                .distinct()
                .sorted()
                .toList();
    }

    private static long begin(YearMonth month, Figures figures) {
        return month.atDay(1).atStartOfDay(figures.zone()).toInstant().toEpochMilli();
    }

    /** What was awarded, less what an edit has replaced. */
    private static void pointsByRule(Figures figures) throws Exception {
        for (YearMonth month : months(figures)) {
            Map<String, long[]> sums = new TreeMap<>();
            Map<String, Set<MemberId>> members = new HashMap<>();
            Map<String, List<Award>> before = new HashMap<>();
            for (Posting posting : figures.postings) {
                Posting.Header header = posting.header();
                List<Award> replaced = header.kind() == Posting.Kind.COMMAND
                                && header.requestId().startsWith("order/")
                        ? Optional.ofNullable(before.put(
                                        header.member() + " " + header.order().get(), posting.awards()))
                                .orElse(List.of())
                        : List.of();
                if (YearMonth.from(header.recordedAt().atZone(figures.zone())).equals(month)) {
                    for (Award award : posting.awards()) {
                        add(sums, award, 1);
                        members.computeIfAbsent(award.rule(), rule -> new HashSet<>())
                                .add(header.member());
                    }
                    for (Award award : replaced) {
                        add(sums, award, -1);
                        members.computeIfAbsent(award.rule(), rule -> new HashSet<>())
                                .add(header.member());
                    }
                }
            }
            assertThat(figures.rows("points-by-rule.sql", begin(month, figures), begin(month.plusMonths(1), figures)))
                    .as(month + " of seed " + SEED)
                    .isEqualTo(sums.entrySet().stream()
                            .map(each -> List.<Object>of(each.getKey(), each.getValue()[0], each.getValue()[1], (long)
                                    members.get(each.getKey()).size()))
                            .toList());
        }
    }

    private static void add(Map<String, long[]> sums, Award award, int sign) {
        long[] sum = sums.computeIfAbsent(award.rule(), rule -> new long[2]);
        sum[0] += sign * award.points();
        sum[1] += sign * award.wanted();
    }

    /** What was there, what moved, and what is there. */
    private static void rollForward(Figures figures) throws Exception {
        Map<String, Long> all = new LinkedHashMap<>();
        for (YearMonth month : months(figures)) {
            long begins = begin(month, figures);
            long ends = begin(month.plusMonths(1), figures);
            List<Object> row =
                    figures.rows("roll-forward-of-a-month.sql", begins, ends).get(0);
            List<Object> expected = List.of(
                    open(figures, begins),
                    moved(figures, begins, ends, "ISSUED>.*"),
                    moved(figures, begins, ends, ".*>REDEEMED"),
                    moved(figures, begins, ends, "REDEEMED>.*"),
                    moved(figures, begins, ends, ".*>EXPIRED"),
                    moved(figures, begins, ends, "EXPIRED>AVAILABLE"),
                    moved(figures, begins, ends, "(?!EXPIRED).*>REVOKED"),
                    moved(figures, begins, ends, ".*>TRANSFERRED"),
                    moved(figures, begins, ends, "TRANSFERRED>.*"),
                    open(figures, ends),
                    moved(figures, begins, ends, "PENDING>AVAILABLE"));
            assertThat(row).as(month + " of seed " + SEED).isEqualTo(expected);
            long[] sums = row.stream().mapToLong(each -> (Long) each).toArray();
            assertThat(sums[0] + sums[1] - sums[2] + sums[3] - sums[4] + sums[5] - sums[6] - sums[7] + sums[8])
                    .as("opening and moves of " + month + ": " + Arrays.toString(sums))
                    .isEqualTo(sums[9]);
            List<String> names =
                    List.of("issued", "redeemed", "restored", "expired", "reinstated", "revoked", "transferred");
            names.forEach(name -> all.merge(name, sums[1 + names.indexOf(name)], Long::sum));
        }
        assertThat(all.get("issued")).isPositive();
        assertThat(all.get("redeemed")).isPositive();
        assertThat(all.get("restored")).isPositive();
        assertThat(all.get("revoked")).isPositive();
        assertThat(all.get("transferred")).isPositive();
    }

    private static long moved(Figures figures, long begins, long ends, String move) {
        return figures.postings.stream()
                .filter(posting -> begins <= posting.header().recordedAt().toEpochMilli()
                        && posting.header().recordedAt().toEpochMilli() < ends)
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> (entry.from() + ">" + entry.to()).matches(move))
                .mapToLong(entry -> entry.points())
                .sum();
    }

    private static long open(Figures figures, long before) {
        Map<MemberId, Long> last = new HashMap<>();
        for (Posting posting : figures.postings) {
            if (posting.header().recordedAt().toEpochMilli() < before) {
                Posting.Balances after = posting.after();
                last.put(posting.header().member(), after.pending() + after.available() + after.held() - after.debt());
            }
        }
        return last.values().stream().mapToLong(Long::longValue).sum();
    }
}
