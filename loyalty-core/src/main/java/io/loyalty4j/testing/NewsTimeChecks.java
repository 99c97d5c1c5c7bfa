package io.loyalty4j.testing;

import static io.loyalty4j.testing.News.contact;
import static io.loyalty4j.testing.News.news;
import static io.loyalty4j.testing.News.remembering;
import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.store.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** When a member is to be told what comes while others are at it, while a pause lasts, and while only something is planned. */
final class NewsTimeChecks {
    private static final Duration HOUR = Duration.ofHours(1);

    private NewsTimeChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("news that come in a pause wait for its end", NewsTimeChecks::pausing),
                Clause.of("news that come while others tell wait for their lease", NewsTimeChecks::leased),
                Clause.of("news are due at once for whom only a reminder is planned", NewsTimeChecks::planned));
    }

    private static Optional<Instant> later(Trial trial) {
        return Optional.of(trial.clock().instant().plus(HOUR.multipliedBy(5)));
    }

    /** A first posting in the journal, and a contact as it was left behind. */
    private static void leaves(Trial trial, Contact contact) {
        trial.books(PLAIN, order(ANA, "1"));
        News.keeps(trial.store(), ANA, Optional.of(contact));
        trial.clock().pass(HOUR);
        trial.books(PLAIN, order(ANA, "2"));
        trial.clock().pass(HOUR);
        trial.books(PLAIN, order(ANA, "3"));
    }

    private static void pausing(Trial trial) {
        Contact.News first = new Contact.News(1, 1, 2, 4, Set.of("email", "push\n\u00FC\\"));
        Contact pausing = remembering(contact(ANA, Optional.of(first), later(trial)), "birthday", "2025");
        leaves(trial, pausing);
        Contact.News grown = new Contact.News(1, 3, 2, 4, first.channels());
        Contact expected = remembering(contact(ANA, Optional.of(grown), pausing.dueAt()), "birthday", "2025");
        Expect.equal("the contact", Optional.of(expected), trial.store().contact(ANA));
    }

    private static void leased(Trial trial) {
        Optional<String> lease = Optional.of("node-7/42");
        Contact leased = new Contact(ANA, Optional.empty(), later(trial), lease, new TreeMap<>());
        leaves(trial, leased);
        Contact expected = new Contact(ANA, news(2, 3), leased.dueAt(), lease, new TreeMap<>());
        Expect.equal("the contact", Optional.of(expected), trial.store().contact(ANA));
        Expect.equal(
                "contacts",
                List.of(),
                trial.store().contacts(leased.dueAt().orElseThrow().minusMillis(1), 10));
        Expect.equal(
                "contacts",
                List.of(expected),
                trial.store().contacts(leased.dueAt().orElseThrow(), 10));
    }

    private static void planned(Trial trial) {
        Contact planned = remembering(contact(ANA, Optional.empty(), later(trial)), "dormant", "2026-05-01");
        Optional<Instant> second = Optional.of(trial.clock().instant().plus(HOUR));
        leaves(trial, planned);
        Contact expected = remembering(contact(ANA, news(2, 3), second), "dormant", "2026-05-01");
        Expect.equal("the contact", Optional.of(expected), trial.store().contact(ANA));
        Contact unplanned = remembering(contact(ANA, Optional.empty(), Optional.empty()), "dormant", "2026-05-01");
        News.keeps(trial.store(), ANA, Optional.of(unplanned));
        Expect.equal("contacts", List.of(), trial.store().contacts(Trial.FAR, 10));
        trial.books(PLAIN, order(ANA, "4"));
        Optional<Instant> fourth = Optional.of(trial.clock().instant());
        Contact again = remembering(contact(ANA, news(4, 4), fourth), "dormant", "2026-05-01");
        Expect.equal("contacts", List.of(again), trial.store().contacts(Trial.FAR, 10));
    }
}
