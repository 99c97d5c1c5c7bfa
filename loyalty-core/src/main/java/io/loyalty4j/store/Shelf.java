package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything of one member. Its monitor is the member's lock; nothing of another member is ever waited for under it. */
final class Shelf {
    private Account account;
    private boolean retired;
    private final Map<String, OrderPosition> orders = new HashMap<>();
    private final Map<String, Lot> closedLots = new HashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private final Map<String, Posting> byRequest = new HashMap<>();

    Shelf(MemberId member) {
        this.account = Account.of(member);
    }

    synchronized Optional<Account> account() {
        return account.version() == 0 ? Optional.empty() : Optional.of(account);
    }

    synchronized Optional<OrderPosition> order(String order) {
        return Optional.ofNullable(orders.get(order));
    }

    synchronized List<Posting> postings() {
        return List.copyOf(postings);
    }

    /** Versions have no gaps: the first one's is 1. */
    synchronized List<Posting> postings(long afterVersion, int limit) {
        int from = (int) Math.max(0, Math.min(afterVersion, postings.size()));
        int to = (int) Math.min((long) from + limit, postings.size());
        return List.copyOf(postings.subList(from, to));
    }

    synchronized Optional<Posting> posting(String requestId) {
        return Optional.ofNullable(byRequest.get(requestId));
    }

    /** Takes a shelf on which nothing was ever put out of use, so that those who are refused leave none behind. */
    synchronized boolean retiredIfEmpty() {
        retired = retired || account.version() == 0;
        return retired;
    }

    /** What became of the update; empty if the shelf was retired meanwhile and another is to be asked. */
    synchronized Optional<Commit> update(Unit unit, Optional<Member> profile, Consumer<Batch> changed) {
        if (retired) {
            return Optional.empty();
        }
        Deciding deciding = new Deciding(loaded(unit.request(), profile));
        Answer answer = deciding.answer(unit);
        deciding.batch().ifPresent(batch -> {
            write(batch);
            changed.accept(batch);
        });
        return Optional.of(answer.get());
    }

    private Loaded loaded(Request request, Optional<Member> profile) {
        Map<String, Posting> first = new HashMap<>();
        Map<String, OrderPosition> positions = new HashMap<>();
        Map<String, Lot> lots = new HashMap<>();
        request.id().ifPresent(id -> copy(byRequest, id, first));
        request.order().ifPresent(order -> copy(orders, order, positions));
        positions.values().forEach(position -> position.stakes().forEach(stake -> copy(closedLots, stake.lot(), lots)));
        return new Loaded(account, first, positions, lots, profile);
    }

    private static <V> void copy(Map<String, V> from, String key, Map<String, V> to) {
        V value = from.get(key);
        if (value != null) {
            to.put(key, value);
        }
    }

    private void write(Batch batch) {
        account = batch.after();
        postings.addAll(batch.postings());
        batch.postings().forEach(posting -> byRequest.put(posting.header().requestId(), posting));
        batch.orders().forEach(position -> orders.put(position.order(), position));
        batch.lots().forEach(lot -> closedLots.put(lot.id(), lot));
        account.lots().forEach(lot -> closedLots.remove(lot.id()));
    }
}
