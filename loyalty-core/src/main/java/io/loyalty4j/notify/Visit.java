package io.loyalty4j.notify;

import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Notice;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** A contact while it is leased to us: how far its news is told, and what it remembers. For one thread. */
final class Visit {
    private final Desk desk;
    private final Held held;
    private final Recipient recipient;
    private final Instant begun;
    /** What the contact remembered at any time of this lease. */
    private final Set<Map.Entry<String, String>> known;

    /** The wish with which it was leased, as long as it is not written that it is heard. */
    private Optional<String> asked;

    private Optional<Place> place;
    private Memo memo;
    private boolean again;
    private boolean more;
    private int told;

    Visit(Desk desk, Held held) {
        this.desk = desk;
        this.held = held;
        this.recipient = desk.recipient(held.contact().member());
        this.begun = desk.now();
        this.place = held.contact().news().map(Place::of).map(here -> held.takenOver() ? here.failed() : here);
        this.asked = Memo.asked(held.contact().memory());
        this.memo = Memo.of(held.contact().memory());
        this.known = new HashSet<>(held.contact().memory().entrySet());
    }

    Desk desk() {
        return desk;
    }

    Recipient recipient() {
        return recipient;
    }

    Contact contact() {
        return held.contact();
    }

    Memo memo() {
        return memo;
    }

    void remember(Memo next) {
        memo = next;
    }

    /** Where in the news; empty if there are none left. */
    Optional<Place> place() {
        Optional<Contact.News> news = contact().news();
        return place.isEmpty()
                ? news.map(Place::of)
                : place.filter(here -> here.left(news).isPresent());
    }

    void move(Place next) {
        place = Optional.of(next);
    }

    int told() {
        return told;
    }

    /** Whether it took so long that the rest is for another look. */
    boolean tooLong() {
        return desk.now().isAfter(begun.plus(desk.patience().lease().dividedBy(2)));
    }

    /** Whether it was left with something to do at once. */
    boolean more() {
        return more;
    }

    /** Notes an event that has gone by one way. */
    void sent(Route route, LoyaltyEvent event) {
        told++;
        Sent now = memo.sent().plus(route, event, desk.now());
        memo = memo.with(now.pruned(desk.routes(), recipient.zone(), desk.now()));
    }

    /** Keeps an event for one way until later. */
    void wait(Waiting one) {
        if (memo.full() && !memo.waiting().containsKey(one.key())) {
            desk.putAside(Notice.State.PARKED, one, contact().member(), one.attempts(), Memo.TOO_MUCH);
        } else {
            memo = memo.with(one);
        }
    }

    /** Writes how far it has come. */
    void keep() throws Held.LeaseLost {
        held.change(this::written);
        asked = Optional.empty();
    }

    /** Makes sure that it stays ours for as long as a notifier may take, and as long again. */
    void renew() throws Held.LeaseLost {
        Instant enough = desk.now().plus(desk.patience().timeLimit().multipliedBy(2));
        if (contact().dueAt().filter(enough::isBefore).isEmpty()) {
            keep();
        }
    }

    /** Writes it for the last time, to be looked at again then. */
    void pause(Instant until) throws Held.LeaseLost {
        release(now -> again ? Optional.of(desk.now()) : Optional.of(until));
    }

    /**
     * Writes it for the last time.
     *
     * @param next when something falls due; at once if there is news, or the member is to be looked at again
     */
    void end(Optional<Instant> next) throws Held.LeaseLost {
        release(now -> again || now.news().isPresent() ? Optional.of(desk.now()) : earlier(next, memo.next()));
    }

    private void release(Function<Contact, Optional<Instant>> dueAt) throws Held.LeaseLost {
        held.release(this::written, dueAt);
        more = contact().dueAt().filter(due -> !due.isAfter(desk.now())).isPresent();
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.filter(at -> other.filter(at::isAfter).isEmpty()).or(() -> other);
    }

    /** What others have added meanwhile is kept: an event to be tried again, the wish that the member be looked at. */
    private Contact written(Contact now) {
        now.memory().forEach((key, text) -> {
            if (known.add(Map.entry(key, text))) {
                Waiting.read(key, text).ifPresent(this::wait);
            }
        });
        Optional<String> other = Memo.asked(now.memory());
        again = again || (other.isPresent() && !other.equals(asked));
        SortedMap<String, String> text = memo.text();
        known.addAll(text.entrySet());
        return now.with(place.isEmpty() ? now.news() : place.flatMap(here -> here.left(now.news())))
                .remembering(text);
    }
}
