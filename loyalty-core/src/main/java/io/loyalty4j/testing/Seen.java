package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that can be seen of the members of a store from outside, to tell whether anything has changed. Amounts are compared as numbers.
 *
 * @param positions of orders, by member and order
 */
record Seen(
        Map<MemberId, Optional<Account>> accounts,
        List<String> postings,
        Map<String, String> positions,
        Set<MemberId> due,
        Set<MemberId> adopted,
        List<String> messages,
        List<Contact> contacts) {
    private static final int ALL = 100_000;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    static Seen of(LoyaltyStore store) {
        try (Stream<Posting> postings = store.postings()) {
            return of(store, postings.toList());
        }
    }

    private static Seen of(LoyaltyStore store, List<Posting> postings) {
        Map<MemberId, Optional<Account>> accounts = new TreeMap<>();
        Map<String, String> positions = new TreeMap<>();
        for (Posting posting : postings) {
            MemberId member = posting.header().member();
            accounts.computeIfAbsent(member, store::find);
            Alike.orders(posting)
                    .forEach(order -> positions.computeIfAbsent(
                            member + " " + order, each -> Alike.digest(store.order(member, order))));
        }
        return new Seen(
                accounts,
                postings.stream().map(Alike::digest).toList(),
                positions,
                new HashSet<>(store.due(END, ALL)),
                new HashSet<>(store.adoptedBefore(END, ALL)),
                store.messages(ALL).stream().map(Alike::digest).sorted().toList(),
                store.contacts(END, ALL));
    }
}
