package io.loyalty4j.notify;

import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Notice;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A contact while it is leased to us: how far its news is told, and what it remembers. For one thread. */
final class Visit {
    private final Desk desk;
    private final Held held;
    private final Recipient recipient;
    private Optional<Place> place;
    private Memo memo;
    private SortedMap<String, String> seen;
    private int told;

    Visit(Desk desk, Held held) {
        this.desk = desk;
        this.held = held;
        this.recipient = desk.recipient(held.contact().member());
        this.place = held.contact().news().map(Place::of);
        this.memo = Memo.of(held.contact().memory());
        this.seen = held.contact().memory();
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

    /** Notes an event that has gone by one way. */
    void sent(Route route, LoyaltyEvent event) {
        told++;
        Sent now = memo.sent().plus(route, event, desk.now());
        memo = memo.with(now.pruned(desk.routes(), recipient.zone(), desk.now()));
    }

    /** Keeps an event for one way until later. */
    void wait(Waiting one) {
        if (memo.full() && !memo.waiting().containsKey(one.key())) {
            desk.putAside(
                    Notice.State.HELD_BACK, one, contact().member(), one.attempts(), "too much waits for the member");
        } else {
            memo = memo.with(one);
        }
    }

    /** Writes how far it has come. */
    void keep() throws Held.LeaseLost {
        if (Thread.currentThread().isInterrupted()) {
            throw new Held.LeaseLost();
        }
        held.change(this::written);
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
        held.release(this::written, next -> Optional.of(until));
    }

    /**
     * Writes it for the last time.
     *
     * @param next when to look again, if nothing waits until earlier; at once if there is news, or somebody has written something
     */
    void end(Optional<Instant> next) throws Held.LeaseLost {
        held.release(
                this::written,
                now -> now.news().isPresent() || held.changed()
                        ? Optional.of(desk.now())
                        : Stream.concat(next.stream(), memo.next().stream()).min(Instant::compareTo));
    }

    /** What others have added to what waits is kept. */
    private Contact written(Contact now) {
        now.memory().forEach((key, value) -> {
            if (!value.equals(seen.get(key))) {
                Waiting.read(key, value).ifPresent(this::wait);
            }
        });
        seen = memo.text();
        return now.with(place.isEmpty() ? now.news() : place.flatMap(here -> here.left(now.news())))
                .remembering(seen);
    }
}
