package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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
    synchronized Optional<Commit> update(
            Request request, Decision decision, Optional<Member> profile, BiConsumer<Account, Decided.Book> changed) {
        if (retired) {
            return Optional.empty();
        }
        Optional<Posting> first = request.id().map(byRequest::get);
        return Optional.of(
                first.isPresent() ? request.replay(first.get()) : decide(request, decision, profile, changed));
    }

    private Commit decide(
            Request request, Decision decision, Optional<Member> profile, BiConsumer<Account, Decided.Book> changed) {
        Decided decided = decision.on(state(request, profile));
        if (decided instanceof Decided.Refuse refuse) {
            return new Commit.Refused(refuse.why());
        }
        if (decided instanceof Decided.Unchanged unchanged) {
            return new Commit.Replayed(unchanged.asIf());
        }
        return write((Decided.Book) decided, changed);
    }

    private State state(Request request, Optional<Member> profile) {
        Optional<OrderPosition> position = request.order().map(orders::get);
        Map<String, Lot> lots = new HashMap<>();
        position.ifPresent(known -> known.stakes().forEach(stake -> {
            Lot lot = closedLots.get(stake.lot());
            if (lot != null) {
                lots.put(lot.id(), lot);
            }
        }));
        return new State(account, position, lots, profile);
    }

    private Commit write(Decided.Book book, BiConsumer<Account, Decided.Book> changed) {
        Account before = account;
        Account after = book.after().account();
        if (after.version() != before.version() + book.postings().size()) {
            throw new CorruptAccountException(
                    before.member(), "a decision led from version " + before.version() + " to " + after.version());
        }
        account = after;
        postings.addAll(book.postings());
        book.postings().forEach(posting -> byRequest.put(posting.header().requestId(), posting));
        book.after().order().ifPresent(position -> orders.put(position.order(), position));
        closedLots.putAll(book.after().namedLots());
        after.lots().forEach(lot -> closedLots.remove(lot.id()));
        changed.accept(before, book);
        return new Commit.Applied(book.postings(), book.after());
    }
}
