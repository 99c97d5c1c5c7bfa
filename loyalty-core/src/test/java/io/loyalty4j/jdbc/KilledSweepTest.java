package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** FAULTS 28: two processes book what fell due for many members, one is killed in the midst of it, then the other, and two others go on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class KilledSweepTest {
    private static final int MEMBERS = Integer.getInteger("loyalty4j.chaos.due", 400);
    private static final int LOTS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant LATER = Errands.at(0).plus(Duration.ofDays(30));
    /** What a killed machine had taken upon itself to tell is told by others then. */
    private static final Instant PAST_LEASES = LATER.plus(Duration.ofMinutes(10));

    private final UrlDataSource source = (UrlDataSource) Database.POSTGRESQL.fresh();
    private final LoyaltyStore store = JdbcLoyaltyStore.on(source).createSchema();

    @Test
    void each_lot_lapses_once_though_sweeps_are_killed() throws Exception {
        buys(store);

        try (Machine one = sweeper();
                Machine two = sweeper();
                Machine three = sweeper();
                Machine four = sweeper()) {
            for (Machine machine : List.of(one, two, three, four)) {
                machine.awaits("ready");
            }
            one.say("go");
            two.say("go");
            int first = untilLeft(MEMBERS * 9 / 10);
            one.kill();
            int second = untilLeft(MEMBERS * 7 / 10);
            two.kill();
            System.out.printf(
                    Locale.ROOT, "Killed sweeps of %d members: with %d left, then with %d%n", MEMBERS, first, second);
            for (Machine machine : List.of(three, four)) {
                machine.say("go");
            }
            for (Machine machine : List.of(three, four)) {
                machine.awaits("done");
            }
        }

        assertThat(due()).isZero();
        sweep(store, PAST_LEASES);
        lapsedOnce();
        LoyaltyStore uninterrupted = LoyaltyStore.inMemory();
        buys(uninterrupted);
        sweep(uninterrupted, LATER);
        sweep(uninterrupted, PAST_LEASES);
        assertThat(Picture.of(store, members())).isEqualTo(Picture.of(uninterrupted, members()));
    }

    private static void sweep(LoyaltyStore store, Instant now) {
        Errands.sweep(Errands.engine(store, HandClock.at(now.toString())), now);
    }

    private Machine sweeper() throws Exception {
        return Machine.start(SweepMachine.class, source.url(), LATER.toString());
    }

    private static List<MemberId> members() {
        return IntStream.range(0, MEMBERS).mapToObj(MemberId::of).toList();
    }

    private static void buys(LoyaltyStore store) {
        HandClock clock = HandClock.at(Errands.at(0).toString());
        LoyaltyEngine engine = Errands.engine(store, clock);
        for (int lot = 0; lot < LOTS; lot++) {
            List<Command> gifts = new ArrayList<>();
            for (MemberId member : members()) {
                gifts.add(Adjustment.add(member, "gift-" + lot, 100).by("agent").because("late"));
            }
            engine.executeAll(gifts);
            clock.pass(Duration.ofDays(3));
        }
    }

    /** Waits until no more than so many members are due, and tells how many they are. */
    private int untilLeft(int most) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int due = due();
        while (due > most) {
            assertThat(System.nanoTime())
                    .as("the sweeps have stopped with %s left", due)
                    .isLessThan(deadline);
            due = due();
        }
        return due;
    }

    private int due() {
        return store.due(LATER, MEMBERS).size();
    }

    private void lapsedOnce() {
        for (MemberId member : members()) {
            try (Stream<Posting> all = store.postings(member)) {
                List<Posting> postings = all.toList();
                assertThat(Journal.of(store.find(member).orElseThrow(), postings)
                                .verify()
                                .findings())
                        .isEmpty();
                assertThat(postings.stream()
                                .flatMap(posting -> posting.entries().stream())
                                .filter(entry -> entry.to() == Bucket.EXPIRED)
                                .collect(Collectors.groupingBy(Entry::lot, Collectors.summingLong(Entry::points))))
                        .hasSize(LOTS)
                        .allSatisfy((lot, points) -> assertThat(points).isEqualTo(100));
            }
        }
    }
}
