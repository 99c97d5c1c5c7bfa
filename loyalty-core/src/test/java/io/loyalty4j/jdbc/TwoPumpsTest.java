package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.Ear;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.laws.Chance;
import io.loyalty4j.store.LoyaltyStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** FAULTS 50 and 53 with real processes, two of which tell members at once: order and what is missing are looked for at the receiver. */
@Timeout(3_600)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TwoPumpsTest {
    private static final int KILLS = Integer.getInteger("loyalty4j.chaos.pumps", 4);
    private static final long SEED = Long.getLong("loyalty4j.chaos.seed", System.nanoTime());
    private static final int MEMBERS = 10;
    private static final int COMMANDS = 50;
    private static final String NEVER = "-";

    private final UrlDataSource source = (UrlDataSource) Database.POSTGRESQL.fresh();
    private final Database.Pool pool = Database.pooled(source, 4, Duration.ofSeconds(20));
    private final LoyaltyStore store = JdbcLoyaltyStore.on(pool).createSchema();
    private final Received received = new Received(pool);
    private final LoyaltyEngine till =
            LoyaltyEngine.builder(Newsmaker.PROGRAM).store(store).build();

    @AfterEach
    void close() {
        till.close();
        pool.close();
    }

    /** Ids of what is to be told of the same commands, told by one engine in memory that nobody kills. */
    private static List<String> expected(Consumer<LoyaltyEngine> commands) {
        Ear ear = new Ear();
        try (LoyaltyEngine engine =
                LoyaltyEngine.builder(Newsmaker.PROGRAM).notifications(ear).build()) {
            commands.accept(engine);
            while (engine.runDue().more()) {
                Thread.onSpinWait();
            }
        }
        return ear.ids();
    }

    private Machine pump(int timeLimit, String stuckBehind) throws Exception {
        return Machine.start(PumpMachine.class, source.url(), Integer.toString(timeLimit), stuckBehind);
    }

    private static Machine going(Machine machine) throws InterruptedException {
        machine.awaits("ready");
        machine.say("go");
        return machine;
    }

    /** Looks until nobody is at anything any more. */
    private void untilNothingWaits() throws SQLException {
        received.until("nothing waits", ids -> store.contacts(Instant.MAX, 1).isEmpty());
    }

    private static void buy(LoyaltyEngine engine, int member, String... orders) {
        for (String order : orders) {
            engine.purchase(Newsmaker.order(Newsmaker.member(member), order, 10));
        }
    }

    private static void others(LoyaltyEngine engine) {
        for (int member = 1; member < MEMBERS; member++) {
            buy(engine, member, "1", "2");
        }
    }

    @Test
    void who_is_killed_between_telling_and_noting_it_has_another_tell_it_again_by_the_same_id_and_holds_up_nobody()
            throws Exception {
        received.create();
        List<String> expected = expected(engine -> {
            buy(engine, 0, "1", "2", "3");
            others(engine);
        });
        try (Machine victim = pump(1, "m-0/2/0");
                Machine other = pump(1, NEVER)) {
            other.awaits("ready");
            buy(till, 0, "1", "2");
            going(victim).awaits("told m-0/2/0");
            victim.kill();
            others(till);
            other.say("go");
            buy(till, 0, "3");
            received.untilThereAre(expected.size());
            untilNothingWaits();
        }
        List<String> ids = received.ids();
        assertThat(ids)
                .startsWith("m-0/1/0", "m-0/1/1", "m-0/2/0")
                .as("others were not held up")
                .endsWith("m-0/2/0", "m-0/3/0");
        assertThat(Received.hold(ids, expected)).isEqualTo(1);
    }

    @Test
    void that_nobody_kills_tell_nothing_twice() throws Exception {
        received.create();
        List<String> expected = expected(engine -> new Newsmaker(engine, SEED, MEMBERS).acts(4 * COMMANDS));
        try (Machine one = pump(15, NEVER);
                Machine two = pump(15, NEVER)) {
            going(one);
            going(two);
            new Newsmaker(till, SEED, MEMBERS).acts(4 * COMMANDS);
            received.untilThereAre(expected.size());
            untilNothingWaits();
        }
        assertThat(Received.hold(received.ids(), expected)).isZero();
    }

    @Test
    void of_which_one_is_killed_at_any_instant_lose_nothing_and_keep_the_order_of_each_member() throws Exception {
        System.out.printf(Locale.ROOT, "Two pumps: seed %d, %d kills%n", SEED, KILLS);
        received.create();
        Chance chance = Chance.of(SEED);
        Newsmaker maker = new Newsmaker(till, SEED, MEMBERS);
        List<Machine> pumps = new ArrayList<>(List.of(going(pump(1, NEVER)), going(pump(1, NEVER))));
        List<String> expected = expected(engine -> new Newsmaker(engine, SEED, MEMBERS).acts((KILLS + 1) * COMMANDS));
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                int before = chance.below(COMMANDS);
                Machine next = pump(1, NEVER);
                next.awaits("ready");
                maker.acts(before);
                pumps.get(kill % 2).kill();
                maker.acts(COMMANDS - before);
                next.say("go");
                pumps.set(kill % 2, next);
            }
            maker.acts(COMMANDS);
            received.untilThereAre(expected.size());
            untilNothingWaits();
        } finally {
            pumps.forEach(Machine::close);
        }
        int again = Received.hold(received.ids(), expected);
        System.out.printf(Locale.ROOT, "Two pumps: %d events, %d of them told again%n", expected.size(), again);
        assertThat(again).isLessThanOrEqualTo(KILLS * PumpMachine.THREADS);
    }
}
