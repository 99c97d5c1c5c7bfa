package io.loyalty4j.notify;

import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A contact that is leased to us, as it is now: commits may bring it more news meanwhile. Lives as long as one look. */
final class Held {
    private static final int MOST_TRIES = 100;

    private final LoyaltyStore store;
    private final Clock clock;
    private final Duration lease;
    private final boolean takenOver;
    private Contact contact;

    private Held(LoyaltyStore store, Clock clock, Duration lease, boolean takenOver, Contact contact) {
        this.store = store;
        this.clock = clock;
        this.lease = lease;
        this.takenOver = takenOver;
        this.contact = contact;
    }

    /** Leases one; empty if somebody else was quicker, or it has changed. */
    static Optional<Held> take(LoyaltyStore store, Clock clock, Duration lease, Contact seen) {
        Contact ours = seen.leasedTo(Optional.of(UUID.randomUUID().toString()))
                .dueAt(Optional.of(clock.instant().plus(lease)));
        return store.keep(seen.member(), Optional.of(seen), Optional.of(ours))
                ? Optional.of(new Held(store, clock, lease, seen.lease().isPresent(), ours))
                : Optional.empty();
    }

    Contact contact() {
        return contact;
    }

    /** Whether somebody had it before and did not bring it back. */
    boolean takenOver() {
        return takenOver;
    }

    /**
     * Writes a change, and that it is still ours.
     *
     * @throws LeaseLost if it is not
     */
    void change(UnaryOperator<Contact> how) throws LeaseLost {
        write(now -> how.apply(now).dueAt(Optional.of(clock.instant().plus(lease))));
    }

    /**
     * Writes a last change and leaves it to others.
     *
     * @param dueAt when to look again at what it has become
     */
    void release(UnaryOperator<Contact> how, Function<Contact, Optional<Instant>> dueAt) throws LeaseLost {
        write(now -> {
            Contact next = how.apply(now).leasedTo(Optional.empty());
            return next.dueAt(dueAt.apply(next));
        });
    }

    private void write(UnaryOperator<Contact> how) throws LeaseLost {
        Contact next = how.apply(contact);
        for (int tries = 1;
                !store.keep(
                        contact.member(),
                        Optional.of(contact),
                        Optional.of(next).filter(kept -> !kept.empty()));
                tries++) {
            if (tries == MOST_TRIES) {
                throw new LeaseLost();
            }
            contact = store.contact(contact.member())
                    .filter(now -> now.lease().equals(contact.lease()))
                    .orElseThrow(LeaseLost::new);
            next = how.apply(contact);
        }
        contact = next;
    }

    /** The lease was over, and somebody else looks at it now, or it is gone. */
    static final class LeaseLost extends Exception {
        private static final long serialVersionUID = 1;
    }
}
