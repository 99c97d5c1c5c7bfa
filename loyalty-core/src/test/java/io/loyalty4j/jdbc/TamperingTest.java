package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.BEN;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Retries;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody changes in the tables is found: by the next command, which is refused, or by the audit. Not found are profiles and claims, which nothing
 * else says; a message that is gone, which is the same as one that was delivered; a closed lot too many, and rows behind the last posting, which nothing reads.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TamperingTest {
    private static final MemberId CARL = MemberId.of("carl");
    private static final LoyaltyProgram PROGRAM = Programs.plain()
            .earn("review", points(5).forActivity("review"))
            .earn("thanks", reward("thanks").forActivity("praise"))
            .reward("thanks", discount("1.00").free().withVoucher(Duration.ofDays(900)))
            .transfers(Transfers.upTo(500).per(YEAR))
            .expiry(Expiry.after(Period.ofMonths(12)))
            .build();

    static Stream<Database> all() {
        return Database.all().stream().filter(database -> database != Database.H2_FILE);
    }

    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");

    private LoyaltyEngine engine(JdbcLoyaltyStore store) {
        return LoyaltyEngine.builder(PROGRAM).store(store).clock(clock).build();
    }

    /** With a lot that is used up, one that has lapsed, open ones, a hold, a voucher, what the desk did, and a message that cannot be booked for its receiver, for a row is in the way. */
    private void lives(LoyaltyEngine engine, DataSource source) throws SQLException {
        engine.purchase(order(ANA, "early")).receipt();
        clock.pass(Duration.ofDays(200));
        engine.purchase(order(ANA, "used")).receipt();
        engine.purchase(order(ANA, "paid").redeem("ten").redeem("ten")).receipt();
        clock.pass(Duration.ofDays(200));
        engine.record(Activity.of(ANA, "review", "r-1")).receipt();
        engine.record(Activity.of(ANA, "praise", "p-1")).receipt();
        engine.execute(Adjustment.add(ANA, "x-1", 30).by("agent").because("goodwill"))
                .receipt();
        engine.refund(Refund.of(order(ANA, "used"), "back").line("thing", 1)).receipt();
        engine.reserve(order(ANA, "held").redeem("ten")).receipt();
        engine.purchase(order(BEN, "o-1")).receipt();
        engine.purchase(order(CARL, "o-1")).receipt();
        try (Connection connection = source.getConnection()) {
            Database.run(
                    connection,
                    "insert into loyalty_entry (member, version, n, lot, from_bucket, to_bucket, points) values ('ben', 2, 0, 'x', 'ISSUED', 'AVAILABLE', 1)");
        }
        engine.execute(Transfer.of(ANA, "t-1", 5).to(BEN)).receipt();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("76: whatever is changed in the tables is found, and nothing is booked on it")
    void whatever_is_changed_in_the_tables_is_found(Database database) throws Exception {
        DataSource source = database.fresh();
        try (Database.Pool pool = Database.pooled(source, 3, Duration.ofSeconds(20))) {
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool)
                    .retries(new Retries(2, Duration.ofSeconds(5), Duration.ofMillis(1)))
                    .createSchema();
            LoyaltyEngine engine = engine(store);
            lives(engine, pool);
            Tampering tampering = new Tampering(pool, ANA);
            assertThat(engine.journal(ANA).verify().findings()).isEmpty();
            List<String> missed = new ArrayList<>();
            int tried = 0;
            for (Table table : List.of(
                    Table.ACCOUNT,
                    Table.POSTING,
                    Table.ENTRY,
                    Table.AWARD,
                    Table.LOT,
                    Table.HOLD,
                    Table.COUNTER,
                    Table.VOUCHER,
                    Table.POSITION)) {
                List<Tampering.Alteration> alterations = new ArrayList<>(tampering.of(table));
                assertThat(alterations).as(table.title()).isNotEmpty();
                if (List.of(Table.LOT, Table.HOLD, Table.COUNTER, Table.VOUCHER).contains(table)) {
                    alterations.addAll(tampering.added(table));
                }
                for (Tampering.Alteration alteration : alterations) {
                    tried++;
                    if (!found(engine, tampering, alteration)) {
                        missed.add(alteration.toString());
                    }
                }
            }
            assertThat(missed).as("of " + tried).isEmpty();
            assertThat(engine.journal(ANA).verify().findings()).isEmpty();
            assertThat(engine.purchase(order(CARL, "o-2"))).isInstanceOf(Outcome.Applied.class);
        }
    }

    /** What the database itself does not take is found, too. */
    private static boolean found(LoyaltyEngine engine, Tampering tampering, Tampering.Alteration alteration)
            throws SQLException {
        List<List<Object>> before = tampering.rows(alteration.table());
        try {
            tampering.put(alteration.table(), alteration.rows());
        } catch (SQLException refused) {
            return true;
        }
        try {
            return refused(engine, tampering, alteration)
                    || !engine.journal(ANA).verify().sound();
        } catch (CorruptAccountException e) {
            return true;
        } finally {
            tampering.put(alteration.table(), before);
        }
    }

    /** Whether a look at the account is refused; then a command is, too, and books nothing. */
    private static boolean refused(LoyaltyEngine engine, Tampering tampering, Tampering.Alteration alteration)
            throws SQLException {
        if (!(catchThrowable(() -> engine.account(ANA)) instanceof CorruptAccountException)) {
            return false;
        }
        int postings = tampering.rows(Table.POSTING).size();
        assertThat(catchThrowable(() -> engine.purchase(order(ANA, "next"))))
                .as(alteration.toString())
                .isInstanceOf(CorruptAccountException.class);
        assertThat(tampering.rows(Table.POSTING)).as(alteration.toString()).hasSize(postings);
        return true;
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("76: a message that was changed is not delivered, and harms no other")
    void a_message_that_was_changed_is_not_delivered(Database database) throws Exception {
        DataSource source = database.fresh();
        try (Database.Pool pool = Database.pooled(source, 3, Duration.ofSeconds(20))) {
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool)
                    .retries(new Retries(2, Duration.ofSeconds(5), Duration.ofMillis(1)))
                    .createSchema();
            LoyaltyEngine engine = engine(store);
            lives(engine, pool);
            Tampering tampering = new Tampering(pool, ANA);
            assertThat(store.messages(9)).hasSize(1);
            List<Tampering.Alteration> alterations = new ArrayList<>(tampering.of(Table.OUTBOX));
            alterations.addAll(tampering.added(Table.OUTBOX));
            List<List<Object>> before = tampering.rows(Table.OUTBOX);
            for (Tampering.Alteration alteration : alterations) {
                tampering.put(Table.OUTBOX, alteration.rows());
                assertThat(store.messages(9)).as(alteration.toString()).hasSize((int)
                        alteration.rows().stream().filter(before::contains).count());
                tampering.put(Table.OUTBOX, before);
            }

            try (Connection connection = pool.getConnection()) {
                Database.run(connection, "delete from loyalty_entry where member = 'ben' and version = 2");
            }
            assertThat(engine.runDue(clock.instant()).delivered()).isEqualTo(1);
            assertThat(engine.account(BEN).available()).isEqualTo(25);
            assertThat(Optional.of(engine.journal(BEN).verify().findings())).contains(List.of());
        }
    }
}
