package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.insight.Cohorts;
import io.loyalty4j.insight.Customer;
import io.loyalty4j.insight.Finance;
import io.loyalty4j.insight.Progress;
import io.loyalty4j.laws.Postings;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A journal is read from a database page by page, however long it is: its postings are gone again when they have been read. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LongJournalTest {
    private static final int POSTINGS = Integer.getInteger("loyalty4j.journal.postings", 8_000);
    private static final int ORDERS = 7;
    private static final int EACH = ORDERS + 1;
    private static final int PER_COMMIT = 100;
    /** Two pages and a bit. */
    private static final int LONG = 1_003;

    private static final String ACCOUNT =
            Table.ACCOUNT.others().stream().map(column -> "a." + column.name()).collect(Collectors.joining(", "));
    /** A page of postings and one of members, with room. */
    private static final int MOST = 2_500;

    private final List<WeakReference<Posting>> read = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private long seen;
    private long most;

    @Test
    void finance_and_cohorts_hold_a_page_at_a_time() throws Exception {
        DataSource source = Database.POSTGRESQL.fresh();
        try (Database.Pool pool = Database.pooled(source, 2, Duration.ofSeconds(20))) {
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool).createSchema();
            oneLife(store);
            long members = POSTINGS / EACH;
            Finance one = finance(store.postings());
            try (Connection connection = pool.getConnection()) {
                multiply(connection, store.postings().toList(), members - 1);
            }

            long begun = System.nanoTime();
            Finance all = finance(Progress.of(watched(store.postings()), POSTINGS / 4, told::add));
            long financed = System.nanoTime();
            Cohorts cohorts =
                    Cohorts.of(Customer.of(store.postings(), Instant.MAX), ZoneOffset.UTC, YearMonth.of(2026, 9));
            System.out.printf(
                    Locale.ROOT,
                    "%,d postings of %,d members read from PostgreSQL: finance %.1f s, cohorts %.1f s; at most %,d in memory, heap of %,d MB%n",
                    members * EACH,
                    members,
                    (financed - begun) / 1e9,
                    (System.nanoTime() - financed) / 1e9,
                    most,
                    Runtime.getRuntime().maxMemory() >> 20);

            assertThat(all.closing()).isEqualTo(members * one.closing()).isPositive();
            assertThat(all.periods()).hasSameSizeAs(one.periods());
            assertThat(cohorts.byFirstMonth().get(YearMonth.of(2026, 1)).size()).isEqualTo(members);
            assertThat(told).hasSizeBetween(3, 4).isSorted();
            assertThat(most).isBetween(1L, (long) MOST);
        }
    }

    @Test
    void one_long_account_among_short_ones_is_read_whole_and_in_order() {
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(Database.H2.fresh()).createSchema();
        LoyaltyEngine engine =
                LoyaltyEngine.builder(Programs.plain().build()).store(store).build();
        List<MemberId> members =
                Stream.of("a", "house", "house-2", "z").map(MemberId::of).toList();
        engine.executeAll(members.stream()
                .flatMap(member -> gifts(member, member.value().equals("house") ? LONG : 1))
                .toList());

        assertThat(store.postings())
                .hasSize(LONG + members.size() - 1)
                .isEqualTo(members.stream().flatMap(store::postings).toList());
        assertThat(store.postings(MemberId.of("house"))
                        .map(posting -> posting.header().version()))
                .isEqualTo(LongStream.rangeClosed(1, LONG).boxed().toList());
    }

    /** Given and taken by turns, for an account has not more than some hundred lots. */
    private static Stream<Command> gifts(MemberId member, int number) {
        return IntStream.range(0, number)
                .mapToObj(n ->
                        n % 2 == 0 ? Adjustment.add(member, "gift-" + n, 1) : Adjustment.deduct(member, "gift-" + n, 1))
                .map(each -> each.by("eve").because("late"));
    }

    /** Seven orders in as many months, and what lapsed. */
    private static void oneLife(JdbcLoyaltyStore store) {
        HandClock clock = HandClock.at("2026-01-10T12:00:00Z");
        LoyaltyEngine engine = LoyaltyEngine.builder(Programs.plain()
                        .expiry(Expiry.after(Period.ofMonths(8)))
                        .build())
                .store(store)
                .clock(clock)
                .build();
        for (int month = 1; month <= ORDERS; month++) {
            clock.set("2026-0" + month + "-10T12:00:00Z");
            engine.purchase(Order.of(MemberId.of("m"), "order-" + month)
                            .currency("GBP")
                            .line(OrderLine.of("line", "100.00")))
                    .receipt();
        }
        clock.set("2026-09-20T12:00:00Z");
        engine.runDue(clock.instant());
        assertThat(store.postings(MemberId.of("m"))).hasSize(EACH);
    }

    private static Finance finance(Stream<Posting> postings) {
        return Finance.of(postings, Window.MONTH, ZoneOffset.UTC, Instant.MAX);
    }

    /** Others lead the same life. */
    private static void multiply(Connection connection, List<Posting> life, long others) throws SQLException {
        Statements statements = new Statements(Dialect.POSTGRESQL, "loyalty_", 20);
        for (long other = 0; other < others; ) {
            Rows rows = new Rows(statements);
            for (long last = Math.min(others, other + PER_COMMIT); other < last; other++) {
                lived(MemberId.of("n" + other), life).forEach(posting -> PostingRows.write(rows, posting));
            }
            rows.write(connection);
        }
        Database.run(
                connection,
                "insert into loyalty_account (member, " + ACCOUNT.replace("a.", "") + ") select distinct p.member, "
                        + ACCOUNT + " from loyalty_posting p, loyalty_account a where p.member <> a.member",
                "analyze");
    }

    private static List<Posting> lived(MemberId member, List<Posting> life) {
        List<Posting> own = new ArrayList<>();
        for (Posting posting : life) {
            String before = own.isEmpty()
                    ? posting.previousHash()
                    : own.get(own.size() - 1).hash();
            own.add(Postings.under(member, posting, before));
        }
        return own;
    }

    /** At each quarter it is counted how many of all that were read are still there. */
    private Stream<Posting> watched(Stream<Posting> postings) {
        return postings.peek(posting -> {
            read.add(new WeakReference<>(posting));
            seen++;
            if (seen % (POSTINGS / 4) == 0) {
                System.gc();
                most = Math.max(
                        most, read.stream().filter(each -> each.get() != null).count());
                read.removeIf(each -> each.get() == null);
            }
        });
    }
}
