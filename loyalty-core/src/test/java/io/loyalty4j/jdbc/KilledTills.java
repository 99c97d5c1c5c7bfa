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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Eight tills that book while something ends their sessions, at random; in the end all is sent again. */
final class KilledTills {
    static final int TILLS = 8;

    private static final int LONGEST_PAUSE_IN_MILLIS = 15;

    private final LoyaltyStore calm;
    private final int many;
    private final List<Command> commands;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch busy = new CountDownLatch(TILLS);
    private final Semaphore ended = new Semaphore(0);
    private final AtomicInteger faults = new AtomicInteger();
    /** The hash of what was booked for a command, by its number; empty if it was refused. A fault says nothing. */
    private final ConcurrentMap<Integer, Optional<String>> told = new ConcurrentHashMap<>();

    /** @param calm a store on the same data whose sessions nobody ends */
    KilledTills(LoyaltyStore calm, int many) {
        this.calm = calm;
        this.many = many;
        this.commands = Errands.of(7, many);
    }

    /**
     * Each command ends, and has one effect.
     *
     * @param killed opened by each till
     * @param kill ends a session, if there is one, and tells how many it ended
     */
    void areSound(Supplier<? extends LoyaltyStore> killed, Callable<Integer> kill) throws Exception {
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int till = 0; till < TILLS; till++) {
            acts.add(() -> book(engine(killed.get())));
        }
        acts.add(() -> killing(kill));
        int sessions = AtOnce.all(acts).get(TILLS);
        System.out.printf(
                Locale.ROOT,
                "Killed sessions: %d while %d commands were booked; %d faults were told%n",
                sessions,
                many,
                faults.get());
        assertThat(sessions).as("sessions that were killed").isGreaterThan(10);
        sendAgain();
        nothingIsLeftOver();
        Errands.members().forEach(this::holds);
    }

    /** No faster than commands end: a slow machine would come to nothing else. */
    private int killing(Callable<Integer> kill) throws Exception {
        int killed = 0;
        SplittableRandom pauses = new SplittableRandom();
        while (!busy.await(pauses.nextInt(LONGEST_PAUSE_IN_MILLIS), TimeUnit.MILLISECONDS)) {
            ended.drainPermits();
            if (busy.getCount() > 0) {
                ended.acquire();
                killed += kill.call();
            }
        }
        return killed;
    }

    private static LoyaltyEngine engine(LoyaltyStore store) {
        return Errands.engine(store, HandClock.at(Errands.at(0).toString()));
    }

    private int book(LoyaltyEngine engine) {
        try {
            for (int number = next.getAndIncrement(); number < many; number = next.getAndIncrement()) {
                try {
                    told.put(number, hash(engine.execute(commands.get(number))));
                } catch (LoyaltyException.StoreFailedException | LoyaltyException.OutcomeUnknownException e) {
                    faults.incrementAndGet();
                }
                ended.release();
            }
            return 0;
        } finally {
            busy.countDown();
            ended.release();
        }
    }

    private static Optional<String> hash(Outcome outcome) {
        return outcome.refusal().isPresent()
                ? Optional.empty()
                : Optional.of(outcome.receipt().posting().hash());
    }

    /** A reservation sets a state, which later orders changed; a refusal is not remembered. */
    private void sendAgain() {
        LoyaltyEngine engine = engine(calm);
        for (int number = 0; number < many; number++) {
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
