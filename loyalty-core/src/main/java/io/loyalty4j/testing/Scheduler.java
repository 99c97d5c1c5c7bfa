package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The host's scheduler as it ought to be: it calls {@code runDue()} at every instant at which something is due. */
final class Scheduler {
    /** Some may stay due for ever; behind these the next one is looked for. */
    private static final int LOOKED_AT = 1_000;

    private static final int MOST_ROUNDS = 100_000;

    private final LoyaltyEngine engine;
    private final LoyaltyStore store;
    private final ClockByHand clock;
    private boolean away;

    Scheduler(LoyaltyEngine engine, LoyaltyStore store, ClockByHand clock) {
        this.engine = engine;
        this.store = store;
        this.clock = clock;
    }

    void pass(Instant until) {
        if (away) {
            comes();
        }
        for (Optional<Instant> next = next(until); next.isPresent(); next = next(until)) {
            clock.set(next.get());
            comes();
        }
        clock.set(until);
    }

    void passUnattended(Instant until) {
        away = true;
        clock.set(until);
    }

    void attend() {
        if (!away) {
            comes();
        }
    }

    void comes() {
        away = false;
        DueReport report = engine.runDue(clock.instant());
        for (int round = 1; report.more(); round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException("runDue() found no end: " + report);
            }
            report = engine.runDue(clock.instant());
        }
    }

    /** The next instant at which something is due. */
    private Optional<Instant> next(Instant until) {
        Instant now = clock.instant();
        Stream<Instant> members = store.due(until, LOOKED_AT).stream()
                .flatMap(member -> store.find(member).stream())
                .flatMap(account -> account.nextDueAt().stream());
        Stream<Instant> contacts = store.contacts(until, LOOKED_AT).stream().flatMap(contact -> due(contact));
        return Stream.concat(members, contacts).filter(now::isBefore).min(Comparator.naturalOrder());
    }

    private static Stream<Instant> due(Contact contact) {
        return contact.dueAt().stream();
    }
}
