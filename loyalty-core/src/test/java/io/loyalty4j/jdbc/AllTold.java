package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everybody has been told everything: contacts as delivery leaves them. What is to be archived needs that. */
final class AllTold {
    private AllTold() {}

    static void in(LoyaltyStore store) {
        for (List<Contact> some = all(store); !some.isEmpty(); some = all(store)) {
            for (Contact contact : some) {
                assertThat(store.keep(contact.member(), Optional.of(contact), Optional.empty()))
                        .isTrue();
            }
        }
    }

    private static List<Contact> all(LoyaltyStore store) {
        return store.contacts(Instant.MAX, 100);
    }
}
