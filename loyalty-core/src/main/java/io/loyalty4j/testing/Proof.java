package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Stake;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proves that all a store says of a member is what the member's postings lead to. */
final class Proof {
    private final LoyaltyStore store;

    Proof(LoyaltyStore store) {
        this.store = store;
    }

    void ofEverybody() {
        Map<MemberId, List<Posting>> all;
        try (Stream<Posting> postings = store.postings()) {
            all = postings.collect(
                    Collectors.groupingBy(posting -> posting.header().member()));
        }
        all.forEach((member, postings) -> {
            Expect.equal("everybody's postings of " + member, digests(read(member)), digests(postings));
            of(member);
        });
    }

    void of(MemberId member) {
        List<Posting> postings = read(member);
        Account account = store.find(member).orElseGet(() -> Account.of(member));
        State folded = State.of(Account.of(member)).after(postings);
        Expect.equal("the account that the postings of " + member + " lead to", folded.account(), account);
        List<String> findings = Journal.of(account, postings).verify().findings();
        Expect.equal("findings of an audit of " + member, List.of(), findings);
        requests(postings);
        orders(member, postings, folded.namedLots());
    }

    private List<Posting> read(MemberId member) {
        try (Stream<Posting> postings = store.postings(member)) {
            return postings.toList();
        }
    }

    private static List<String> digests(List<Posting> postings) {
        return postings.stream().map(Alike::digest).toList();
    }

    private void requests(List<Posting> postings) {
        for (Posting posting : postings) {
            Posting.Header header = posting.header();
            Expect.equal(
                    "the posting that " + header.requestId() + " of " + header.member() + " names",
                    Optional.of(Alike.digest(posting)),
                    store.posting(header.member(), header.requestId()).map(Alike::digest));
        }
    }

    private void orders(MemberId member, List<Posting> postings, Map<String, Lot> lots) {
        TreeSet<String> orders =
                postings.stream().flatMap(Alike::orders).collect(Collectors.toCollection(TreeSet::new));
        for (String order : orders) {
            Optional<OrderPosition> position = OrderPosition.after(postings, order);
            Optional<OrderPosition> stored = store.order(member, order);
            if (!Alike.digest(position).equals(Alike.digest(stored))) {
                Expect.equal("the position of the order " + order + " of " + member, position, stored);
            }
            lots(member, position.orElseThrow(), lots);
        }
    }

    /** A decision about the order has every lot that the order has a stake in, closed or not. */
    private void lots(MemberId member, OrderPosition position, Map<String, Lot> lots) {
        State state = look(member, position.order());
        Map<String, Lot> handed = new HashMap<>(state.namedLots());
        state.account().lots().forEach(lot -> handed.put(lot.id(), lot));
        for (Stake stake : position.stakes()) {
            Expect.equal(
                    "the lot " + stake.lot() + " in a decision about the order " + position.order() + " of " + member,
                    lots.get(stake.lot()),
                    handed.get(stake.lot()));
        }
    }

    /** What a decision about an order is handed. */
    State look(MemberId member, String order) {
        List<State> seen = new ArrayList<>();
        Request request = new Request(member, Optional.empty(), new Fingerprint("", ""), Optional.of(order));
        store.update(request, state -> {
            seen.add(state);
            return new Decided.Book(List.of(), state);
        });
        return seen.get(seen.size() - 1);
    }
}
