package io.loyalty4j.testing;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What members are to be told, to be compared. */
final class News {
    private News() {}

    /** Of which nothing was told yet. */
    static Optional<Contact.News> news(long from, long through) {
        return Optional.of(new Contact.News(from, through, 0, 0, Set.of()));
    }

    static Contact contact(MemberId member, Optional<Contact.News> news, Optional<Instant> dueAt) {
        return new Contact(member, news, dueAt, Optional.empty(), new TreeMap<>());
    }

    static Contact remembering(Contact contact, String what, String word) {
        return new Contact(
                contact.member(), contact.news(), contact.dueAt(), contact.lease(), new TreeMap<>(Map.of(what, word)));
    }

    /** Takes all of a member's news away. */
    static void told(Trial trial, MemberId member) {
        keeps(trial.store(), member, Optional.empty());
    }

    /** Keeps it over whatever is there. */
    static void keeps(LoyaltyStore store, MemberId member, Optional<Contact> next) {
        Expect.that("a contact of " + member + " is kept", store.keep(member, store.contact(member), next));
        Expect.equal("the contact", next, store.contact(member));
    }
}
