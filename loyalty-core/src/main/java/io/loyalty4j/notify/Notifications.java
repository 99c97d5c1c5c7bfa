package io.loyalty4j.notify;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an engine tells members, for those who run it: how far behind it is, what could not be told and what was held back. An engine has one
 * ({@code engine.notifications()}). Thread-safe.
 */
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final LoyaltyStore store;
    private final Clock clock;
    private final Delivery delivery;

    private Notifications(LoyaltyStore store, Clock clock, Delivery delivery) {
        this.store = store;
        this.clock = clock;
        this.delivery = delivery;
    }

    /**
     * An engine's.
     *
     * @param from what was booked before is told to nobody
     * @param channels empty if it tells nobody
     * @param key that codes of vouchers are made with
     * @throws io.loyalty4j.shop.LoyaltyException.InvalidInputException if the channels contradict themselves, with every mistake
     */
    public static Notifications of(
            LoyaltyProgram program,
            LoyaltyStore store,
            Clock clock,
            Optional<Channel> channels,
            Patience patience,
            Instant from,
            Optional<VoucherKey> key,
            Gifts gifts) {
        Desk desk = Desk.of(program, store, clock, patience, from, channels, key, gifts);
        return new Notifications(store, clock, new Delivery(desk));
    }

    /**
     * Tells what is due to a bounded number of members, and waits for it, but no longer than a lease. {@code engine.runDue()} calls it.
     *
     * @param limit members at most
     */
    public Round deliver(int limit) {
        return delivery.run(limit);
    }

    /** How it stands now; for a gauge that is asked every few seconds. */
    public Status status() {
        Instant now = clock.instant();
        Duration lag = store.contacts(now, 1).stream()
                .flatMap(contact -> contact.dueAt().stream())
                .findFirst()
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
        return new Status(lag, store.count(Notice.State.PARKED), store.count(Notice.State.HELD_BACK));
    }

    /** What was put aside after it had failed too often, the oldest first: for a person, who will {@link #retry} or {@link #drop} it. */
    public List<Notice> parked(int limit) {
        return store.notices(Notice.State.PARKED, limit);
    }

    /** What nobody was to be told, and why, the oldest first; after ninety days it is forgotten. */
    public List<Notice> heldBack(int limit) {
        return store.notices(Notice.State.HELD_BACK, limit);
    }

    /**
     * Has it tried again when the member is looked at next, whatever else they are told meanwhile; asked about consent and caps as if it were new.
     *
     * @return whether it will be: not if too much waits for the member already; then it stays where it is
     */
    public boolean retry(Notice notice) {
        Waiting waiting = Waiting.of(notice, clock.instant());
        boolean taken = change(notice.member(), true, contact -> {
            Memo memo = Memo.of(contact.memory());
            return memo.full()
                    ? Optional.empty()
                    : Optional.of(contact.remembering(memo.with(waiting).text()));
        });
        if (taken) {
            store.remove(notice);
        }
        return taken;
    }

    /** Gives it up. */
    public void drop(Notice notice) {
        store.remove(notice);
    }

    /** Has a member looked at with the next round: what is known of them has changed. A contact that cannot be read is left as it is. */
    public void lookAt(MemberId member) {
        try {
            change(member, false, contact -> Optional.of(contact.remembering(Memo.asking(contact.memory()))));
        } catch (CorruptAccountException e) {
            LOG.error("{} is not looked at", member, e);
        }
    }

    /**
     * Changes a contact, which is due then, unless somebody is at it.
     *
     * @param hurried also if its news waits for the end of a pause
     * @param how empty to leave it as it is
     */
    private boolean change(MemberId member, boolean hurried, Function<Contact, Optional<Contact>> how) {
        Optional<Contact> seen;
        Optional<Contact> next;
        do {
            seen = store.contact(member);
            next = how.apply(seen.orElseGet(() -> Contact.of(member))).map(contact -> due(contact, hurried));
        } while (next.isPresent() && !store.keep(member, seen, next));
        return next.isPresent();
    }

    private Contact due(Contact contact, boolean hurried) {
        boolean waits = contact.lease().isPresent() || (contact.news().isPresent() && !hurried);
        return waits ? contact : contact.dueAt(Optional.of(clock.instant()));
    }

    /** Ends its threads; what they were about to tell is told by others, or after the next start. */
    @Override
    public void close() {
        delivery.close();
    }

    /**
     * What a round did.
     *
     * @param told events, counted for each channel
     * @param more whether another round at once would tell more
     */
    public record Round(int told, boolean more) {}

    /**
     * How far behind the telling is.
     *
     * @param lag since when somebody should have been looked at; zero if nobody waits for it. Those who wait for the end of a pause do not count
     * @param parked what waits for a person
     * @param heldBack of the last ninety days
     */
    public record Status(Duration lag, long parked, long heldBack) {}
}
