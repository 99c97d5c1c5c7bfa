package io.loyalty4j.examples.documents;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Loaded;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Reading;
import java.util.Map;

/** Reads document by document: the account first and the postings last, so that what is written meanwhile is noticed when the account is written. */
final class DocumentReading {
    private DocumentReading() {}

    static Loaded of(Reading wanted, LoyaltyStore store, Documents documents) {
        MemberId member = wanted.member();
        Account account = store.find(member).orElseGet(() -> Account.of(member));
        Map<String, OrderPosition> orders = wanted.orders().stream()
                .flatMap(order -> store.order(member, order).stream())
                .collect(toMap(OrderPosition::order, identity()));
        Map<String, Lot> lots = orders.values().stream()
                .flatMap(order -> order.stakes().stream())
                .flatMap(stake -> documents.body(Ids.of("lot", member, stake.lot())).stream())
                .map(LedgerText::lot)
                .collect(toMap(Lot::id, identity(), (one, again) -> again));
        Map<String, Posting> first = wanted.requests().stream()
                .flatMap(request -> store.posting(member, request).stream())
                .collect(toMap(posting -> posting.header().requestId(), identity()));
        return new Loaded(account, first, orders, lots, store.profile(member));
    }
}
