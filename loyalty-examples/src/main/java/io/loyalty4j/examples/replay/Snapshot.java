package io.loyalty4j.examples.replay;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that a store holds, to be compared with what it holds later. */
record Snapshot(List<Account> accounts, List<Posting> postings) {
    static Snapshot of(LoyaltyStore store) {
        List<MemberId> members = members(store);
        return new Snapshot(
                members.stream().flatMap(member -> store.find(member).stream()).toList(),
                members.stream()
                        .flatMap(member -> journal(store, member).stream())
                        .toList());
    }

    /** A member's postings; some stores want the stream closed. */
    static List<Posting> journal(LoyaltyStore store, MemberId member) {
        try (Stream<Posting> journal = store.postings(member)) {
            return journal.toList();
        }
    }

    /** Everybody who has an account, in the order of their ids. */
    static List<MemberId> members(LoyaltyStore store) {
        try (Stream<Posting> journal = store.postings()) {
            return journal.map(posting -> posting.header().member())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** What has changed since an earlier one, in words. */
    String since(Snapshot earlier) {
        Set<Account> known = new HashSet<>(earlier.accounts);
        long changed =
                accounts.stream().filter(account -> !known.contains(account)).count();
        return Figures.plural(postings.size() - earlier.postings.size(), "new posting") + ", "
                + Figures.plural(changed, "changed account");
    }
}
