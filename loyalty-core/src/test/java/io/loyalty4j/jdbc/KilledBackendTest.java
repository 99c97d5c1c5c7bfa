package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.AtOnce;
import io.loyalty4j.store.LoyaltyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The server ends the sessions of tills at random, as an operator, a failover or a lack of memory does, while they book. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class KilledBackendTest {
    private static final int COMMANDS = Integer.getInteger("loyalty4j.chaos.sessions", 400);
    private static final int TILLS = 8;
    private static final int LONGEST_PAUSE_IN_MILLIS = 15;
    private static final String KILL = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'tills' order by random() limit 1";

    private final UrlDataSource schema = (UrlDataSource) Database.POSTGRESQL.fresh();
    private final LoyaltyStore calm = JdbcLoyaltyStore.on(schema).createSchema();
    private final List<Command> commands = Errands.of(7, COMMANDS);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger(TILLS);
    private final AtomicInteger faults = new AtomicInteger();
    /** The hash of what was booked for a command, by its number; empty if it was refused. A fault says nothing. */
    private final ConcurrentMap<Integer, Optional<String>> told = new ConcurrentHashMap<>();

    @Test
    void each_command_ends_and_has_one_effect_though_sessions_are_killed() throws Exception {
        UrlDataSource named = new UrlDataSource(schema.url() + "&ApplicationName=tills", "postgres", "postgres");
        try (Database.Pool pool = Database.pooled(named, TILLS, Duration.ofSeconds(20))) {
            List<Callable<Integer>> acts = new ArrayList<>();
            for (int till = 0; till < TILLS; till++) {
                acts.add(() -> book(engine(JdbcLoyaltyStore.on(pool))));
            }
            acts.add(this::kill);
            List<Integer> counts = AtOnce.all(acts);
            int killed = counts.get(TILLS);
            System.out.printf(
                    Locale.ROOT,
                    "Killed sessions: %d while %d commands were booked; %d faults were told%n",
                    killed,
                    COMMANDS,
                    faults.get());
            assertThat(killed).as("sessions that were killed").isGreaterThan(10);
        }

        sendAgain();
        nothingIsLeftOver();
        Errands.members().forEach(this::holds);
    }

    private static LoyaltyEngine engine(LoyaltyStore store) {
        return Errands.engine(store, HandClock.at(Errands.at(0).toString()));
    }

    private int book(LoyaltyEngine engine) {
        try {
            for (int number = next.getAndIncrement(); number < COMMANDS; number = next.getAndIncrement()) {
                try {
                    told.put(number, hash(engine.execute(commands.get(number))));
                } catch (LoyaltyException.StoreFailedException | LoyaltyException.OutcomeUnknownException e) {
                    faults.incrementAndGet();
                }
            }
            return 0;
        } finally {
            busy.decrementAndGet();
        }
    }

    private static Optional<String> hash(Outcome outcome) {
        return outcome.refusal().isPresent()
                ? Optional.empty()
                : Optional.of(outcome.receipt().posting().hash());
    }

    /** No faster than commands end: a slow machine would come to nothing else. */
    private int kill() throws SQLException, InterruptedException {
        int killed = 0;
        SplittableRandom pauses = new SplittableRandom();
        try (Connection admin = Database.POSTGRESQL.admin();
                Statement statement = admin.createStatement()) {
            while (busy.get() > 0) {
                int before = next.get();
                Thread.sleep(pauses.nextInt(LONGEST_PAUSE_IN_MILLIS));
                while (busy.get() > 0 && next.get() == before) {
                    Thread.sleep(1);
                }
                try (ResultSet rows = statement.executeQuery(KILL)) {
                    killed += rows.next() ? 1 : 0;
                }
            }
        }
        return killed;
    }

    /** A reservation sets a state, which later orders changed; a refusal is not remembered. */
    private void sendAgain() {
        LoyaltyEngine engine = engine(calm);
        for (int number = 0; number < COMMANDS; number++) {
            Command command = commands.get(number);
            Optional<String> first = told.get(number);
            boolean fault = first == null;
            if (fault || (first.isPresent() && !(command instanceof Order.Reservation))) {
                Outcome again = engine.execute(command);
                assertThat(fault || hash(again).equals(first))
                        .as("%s: %s", command, again)
                        .isTrue();
                assertThat(fault || again instanceof Outcome.Replayed).isTrue();
            }
        }
    }

    private void nothingIsLeftOver() {
        Instant later = Errands.at(0).plus(Errands.HOLDS_ARE_OVER);
        Errands.sweep(Errands.engine(calm, HandClock.at(later.toString())), later);
        assertThat(calm.messages(10)).isEmpty();
        assertThat(calm.unsettled(Instant.MAX, 10)).isEmpty();
    }

    private void holds(MemberId member) {
        try (Stream<Posting> all = calm.postings(member)) {
            List<Posting> postings = all.toList();
            assertThat(postings)
                    .extracting(posting -> posting.header().requestId())
                    .doesNotHaveDuplicates();
            calm.find(member)
                    .ifPresent(account -> assertThat(
                                    Journal.of(account, postings).verify().findings())
                            .isEmpty());
        }
    }
}
