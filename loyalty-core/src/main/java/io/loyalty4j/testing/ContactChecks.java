package io.loyalty4j.testing;

import static io.loyalty4j.testing.News.contact;
import static io.loyalty4j.testing.News.news;
import static io.loyalty4j.testing.News.remembering;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Contacts are kept over what was seen alone, and listed when they are due. */
final class ContactChecks {
    private ContactChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a contact is kept over the one that was seen, and over no other", ContactChecks::seen),
                Clause.of("contacts come the longest due first, as many as are asked for", ContactChecks::order),
                Clause.of("a contact comes at the instant it is due, and not before", ContactChecks::instant),
                Clause.of("what a contact remembers comes back as it was", trial -> words(trial, trial.store())),
                Clause.afterReopening(
                        "another process finds who is to be told", trial -> words(trial, trial.reopened())));
    }

    private static void seen(Trial trial) {
        LoyaltyStore store = trial.store();
        Optional<Instant> now = Optional.of(trial.clock().instant());
        Contact first = contact(ANA, news(1, 2), now);
        List<Contact> others = List.of(
                contact(ANA, news(1, 3), now),
                contact(ANA, news(2, 2), now),
                contact(ANA, Optional.empty(), now),
                contact(ANA, news(1, 2), Optional.empty()),
                contact(ANA, Optional.of(new Contact.News(1, 2, 1, 0, Set.of())), now),
                contact(ANA, Optional.of(new Contact.News(1, 2, 0, 1, Set.of())), now),
                contact(ANA, Optional.of(new Contact.News(1, 2, 0, 0, Set.of("email"))), now),
                contact(ANA, news(1, 2), Optional.of(now.get().plusMillis(1))),
                new Contact(ANA, news(1, 2), now, Optional.of("lease"), new TreeMap<>()),
                remembering(first, "a", ""));
        Expect.that("nothing is there to be replaced", !store.keep(ANA, Optional.of(first), Optional.of(first)));
        News.keeps(store, ANA, Optional.of(first));
        Expect.that("something is there", !store.keep(ANA, Optional.empty(), Optional.of(first)));
        for (Contact other : others) {
            Expect.that("it is not " + other, !store.keep(ANA, Optional.of(other), Optional.empty()));
            Expect.equal("the contact", Optional.of(first), store.contact(ANA));
            News.keeps(store, ANA, Optional.of(other));
            Expect.that("it is no longer " + first, !store.keep(ANA, Optional.of(first), Optional.of(first)));
            News.keeps(store, ANA, Optional.of(first));
        }
        News.keeps(store, BEN, Optional.of(contact(BEN, news(1, 1), now)));
        News.keeps(store, ANA, Optional.empty());
        Expect.equal("Ben's", Optional.of(contact(BEN, news(1, 1), now)), store.contact(BEN));
    }

    private static void order(Trial trial) {
        List<Contact> all = new ArrayList<>();
        Instant start = trial.clock().instant();
        for (String id : List.of("m-9", "m-5", "m-7", "m-A", "m-a", "m-1")) {
            MemberId member = MemberId.of(id);
            Duration late = Duration.ofMillis(id.equals("m-1") ? 3 : id.compareTo("m-9") < 0 ? 2 : 1);
            Contact contact = remembering(contact(member, news(1, 1), Optional.of(start.plus(late))), "of", id);
            News.keeps(trial.store(), member, Optional.of(contact));
            all.add(contact);
        }
        News.keeps(trial.store(), BEN, Optional.of(remembering(Contact.of(BEN), "a", "b")));
        List<String> expected = List.of("m-9", "m-A", "m-a", "m-5", "m-7", "m-1");
        for (int limit : new int[] {0, 1, 2, 5, 6, 9}) {
            Expect.equal(
                    "at most " + limit,
                    expected.stream()
                            .limit(limit)
                            .map(id -> all.stream()
                                    .filter(each -> each.member().value().equals(id))
                                    .toList()
                                    .get(0))
                            .toList(),
                    trial.store().contacts(Trial.FAR, limit));
        }
    }

    private static void instant(Trial trial) {
        Instant due = trial.clock().instant();
        Contact contact = contact(ANA, Optional.empty(), Optional.of(due));
        News.keeps(trial.store(), ANA, Optional.of(contact));
        Expect.equal("before it", List.of(), trial.store().contacts(due.minusMillis(1), 10));
        Expect.equal("at it", List.of(contact), trial.store().contacts(due, 10));
        Contact later = contact(ANA, Optional.empty(), Optional.of(due.plusMillis(1)));
        News.keeps(trial.store(), ANA, Optional.of(later));
        Expect.equal("once it was put off", List.of(), trial.store().contacts(due, 10));
    }

    private static void words(Trial trial, LoyaltyStore reading) {
        Optional<Instant> now = Optional.of(trial.clock().instant());
        for (String text : ProfileTextChecks.TEXTS) {
            Contact contact = new Contact(
                    ANA,
                    Optional.of(new Contact.News(3, 5, 7, 9, Set.of("email", text))),
                    now,
                    Optional.of("lease " + text),
                    new TreeMap<>());
            contact.memory().put(text, "");
            contact.memory().put("", text);
            contact.memory().put("thank-you/o-1", "2026");
            News.keeps(trial.store(), ANA, Optional.of(contact));
            Expect.equal("the contact", Optional.of(contact), reading.contact(ANA));
            Expect.equal("contacts", List.of(contact), reading.contacts(now.get(), 10));
            Expect.that("it is what was seen", reading.keep(ANA, Optional.of(contact), Optional.empty()));
        }
        Expect.equal("the contact", Optional.empty(), trial.store().contact(ANA));
    }
}
