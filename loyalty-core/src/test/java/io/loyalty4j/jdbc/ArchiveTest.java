package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.jdbc.JdbcLoyaltyStore.Archived;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Old postings can be moved away: nothing that is asked of the accounts is answered otherwise, and both parts prove themselves. */
final class ArchiveTest {
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("shop")
            .currency("EUR")
            .zone("Europe/Berlin")
            .inForceFrom("2025-01-01")
            .earn("base", points(1).per("1.00"))
            .reward("five", discount("5.00").costs(50))
            .build();
    private static final Instant START = Instant.parse("2025-03-01T10:00:00Z");
    private static final int MEMBERS = 5;

    static Stream<Database> databases() {
        return Stream.of(Database.H2, Database.POSTGRESQL);
    }

    private static LoyaltyEngine engine(LoyaltyStore store, Instant now) {
        return LoyaltyEngine.builder(PROGRAM)
                .store(store)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static MemberId member(int n) {
        return MemberId.of("m-" + n);
    }

    private static List<Command> day(int day, Random random) {
        List<Command> commands = new ArrayList<>();
        for (int m = 0; m < MEMBERS; m++) {
            Order order = Order.of(member(m), "o-" + day)
                    .currency("EUR")
                    .line(OrderLine.of("thing", (20 + random.nextInt(60)) + ".00")
                            .times(2));
            commands.add(day % 3 == 2 ? order.redeem("five") : order);
            if (day > 0 && random.nextBoolean()) {
                Order earlier = Order.of(member(m), "o-" + random.nextInt(day));
                commands.add(Refund.of(earlier, "r-" + day).line("thing", 1));
            }
        }
        return commands;
    }

    private static void book(LoyaltyStore store, int from, int until, List<Command> sent, Random random) {
        for (int day = from; day < until; day++) {
            List<Command> commands = day(day, random);
            LoyaltyEngine engine = engine(store, START.plusSeconds(86_400L * day));
            commands.forEach(engine::execute);
            sent.addAll(commands);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void accounts_go_on_without_their_old_postings_which_prove_themselves_where_they_are(Database database) {
        try (Database.Pool pool = Database.pooled(database.fresh(), 2, Duration.ofSeconds(20))) {
            goOn(JdbcLoyaltyStore.on(pool).createSchema());
        }
    }

    private static void goOn(JdbcLoyaltyStore store) {
        LoyaltyStore twin = LoyaltyStore.inMemory();
        List<Command> sent = new ArrayList<>();
        book(store, 0, 12, sent, new Random(7));
        book(twin, 0, 12, new ArrayList<>(), new Random(7));

        assertThat(store.archive(START.plusSeconds(86_400L * 8), 100, Optional.empty()))
                .as("while all have news")
                .isEqualTo(new Archived(0, List.of(), Optional.empty()));
        AllTold.in(store);
        Archived moved = store.archive(START.plusSeconds(86_400L * 8), 100, Optional.empty());

        assertThat(moved.postings()).isGreaterThan(MEMBERS * 8L);
        assertThat(moved.unsound()).isEmpty();
        assertThat(moved.last()).isEmpty();
        assertThat(store.archive(START.plusSeconds(86_400L * 8), 100, Optional.empty())
                        .postings())
                .isZero();
        book(store, 12, 20, sent, new Random(8));
        book(twin, 12, 20, new ArrayList<>(), new Random(8));
        sound(store, twin, START.plusSeconds(86_400L * 30));

        AllTold.in(store);
        Archived again = store.archive(START.plusSeconds(86_400L * 40), 2, Optional.empty());
        while (again.last().isPresent()) {
            again = store.archive(START.plusSeconds(86_400L * 40), 2, again.last());
        }
        assertThat(store.postings())
                .hasSize(MEMBERS)
                .extracting(posting -> posting.header().kind())
                .containsOnly(Posting.Kind.CHECKPOINT);
        sound(store, twin, START.plusSeconds(86_400L * 30));

        LoyaltyEngine engine = engine(store, START.plusSeconds(86_400L * 50));
        LoyaltyEngine other = engine(twin, START.plusSeconds(86_400L * 50));
        for (Command command : sent) {
            Outcome outcome = engine.execute(command);
            assertThat(!(outcome instanceof Outcome.Applied)).as("%s", command).isTrue();
            Outcome then = other.execute(command);
            if (outcome instanceof Outcome.Replayed) {
                assertThat(outcome.receipt().explain()).isEqualTo(then.receipt().explain());
            }
        }
        Order first = Order.of(member(0), "o-0");
        assertThat(engine.cancel(first).receipt().revoked())
                .isEqualTo(other.cancel(first).receipt().revoked());
        sound(store, twin, START.plusSeconds(86_400L * 51));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_a_member_who_is_still_to_be_told_nothing_is_moved(Database database) {
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(database.fresh()).createSchema();
        book(store, 0, 4, new ArrayList<>(), new Random(9));
        AllTold.in(store);
        Instant later = START.plusSeconds(86_400L * 8);
        engine(store, later)
                .purchase(Order.of(member(1), "late").currency("EUR").line(OrderLine.of("thing", "9.00")));
        Contact waiting = store.contact(member(1)).orElseThrow();
        long from = waiting.news().orElseThrow().from();

        Archived moved = store.archive(later, 100, Optional.empty());

        assertThat(moved.unsound()).isEmpty();
        assertThat(store.archived().postings(member(1))).isEmpty();
        assertThat(store.archived().postings(member(2))).isNotEmpty();
        assertThat(store.contact(member(2))).as("a checkpoint is no news").isEmpty();
        assertThat(store.postings(member(1), from - 1, 1)).hasSize(1);
        assertThat(store.contact(member(1))).contains(waiting);
        AllTold.in(store);
        assertThat(store.archive(later, 100, Optional.empty()).postings()).isEqualTo(from - 1);
    }

    /** The same balances as if nothing had been moved, and proofs with and without what was. */
    private static void sound(JdbcLoyaltyStore store, LoyaltyStore twin, Instant now) {
        for (int m = 0; m < MEMBERS; m++) {
            MemberId member = member(m);
            assertThat(engine(store, now).account(member).lots())
                    .isEqualTo(engine(twin, now).account(member).lots());
            assertThat(engine(store, now).journal(member).verify().findings()).isEmpty();
            List<Posting> whole = Stream.concat(store.archived().postings(member), store.postings(member))
                    .toList();
            assertThat(whole.get(0).header().version()).isEqualTo(1);
            assertThat(Journal.of(store.find(member).orElseThrow(), whole)
                            .verify()
                            .findings())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_journal_that_is_not_sound_stays_where_it_is(Database database) throws SQLException {
        DataSource source = database.fresh();
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(source).createSchema();
        book(store, 0, 4, new ArrayList<>(), new Random(9));
        AllTold.in(store);
        try (Connection connection = source.getConnection()) {
            Database.run(
                    connection, "update loyalty_entry set points = points + 1 where member = 'm-1' and version = 2");
        }

        Archived moved = store.archive(START.plusSeconds(86_400L * 8), 100, Optional.empty());

        assertThat(moved.unsound()).containsExactly(member(1));
        assertThat(store.archived().postings(member(1))).isEmpty();
        assertThat(store.archived().postings(member(2))).isNotEmpty();
    }
}
