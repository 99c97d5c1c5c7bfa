package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a store has of some members, whatever chance drew: what was booked, in which order, what it moved, what is left, what waits.
 *
 * @param findings of an audit
 * @param waiting messages and claims
 * @param contacts what the members are to be told, or were
 */
record Picture(
        List<String> booked,
        List<String> accounts,
        List<String> findings,
        List<String> waiting,
        List<Optional<Contact>> contacts) {
    static Picture of(LoyaltyStore store, List<MemberId> members) {
        List<String> booked = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (MemberId member : members) {
            List<Posting> postings = store.postings(member).toList();
            postings.forEach(posting -> booked.add(posting.header().requestId() + " " + posting.entries() + " "
                    + posting.awards() + " " + posting.after()));
            store.find(member).ifPresent(account -> {
                accounts.add(account.lots() + " " + account.debt() + " " + account.tier() + " " + account.counters());
                findings.addAll(Journal.of(account, postings).verify().findings());
            });
            accounts.add(String.valueOf(store.profile(member)));
        }
        List<String> waiting = Stream.concat(
                        store.messages(10).stream().map(Object::toString),
                        store.unsettled(Instant.MAX, 10).stream().map(Object::toString))
                .toList();
        return new Picture(
                booked,
                accounts,
                findings,
                waiting,
                members.stream().map(store::contact).toList());
    }
}
