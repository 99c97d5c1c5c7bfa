package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides requests of one member one after another, each on what those before it have led to. Nothing is written here. */
final class Deciding {
    private final Account before;
    private final Optional<Member> profile;
    private final Map<String, Posting> first;
    private final Map<String, OrderPosition> orders;
    private final Map<String, Lot> closedLots;
    private final Map<String, Lot> moved = new LinkedHashMap<>();
    private final Map<String, OrderPosition> changed = new LinkedHashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private Account account;

    Deciding(Loaded loaded) {
        this.before = loaded.account();
        this.account = before;
        this.profile = loaded.profile();
        this.first = new HashMap<>(loaded.first());
        this.orders = new HashMap<>(loaded.orders());
        this.closedLots = new HashMap<>(loaded.lots());
    }

    Answer answer(Unit unit) {
        try {
            Optional<Posting> known = unit.request().id().map(first::get);
            return Answer.of(known.isPresent() ? unit.request().replay(known.get()) : decide(unit));
        } catch (RuntimeException | Error e) {
            return Answer.failed(e);
        }
    }

    private Commit decide(Unit unit) {
        Decided decided = unit.decision().on(state(unit.request()));
        if (decided instanceof Decided.Refuse refuse) {
            return new Commit.Refused(refuse.why());
        }
        if (decided instanceof Decided.Unchanged unchanged) {
            return new Commit.Replayed(unchanged.asIf());
        }
        return follow((Decided.Book) decided);
    }

    private State state(Request request) {
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

    private Commit follow(Decided.Book book) {
        Account after = book.after().account();
        if (after.version() != account.version() + book.postings().size()) {
            throw new CorruptAccountException(
                    account.member(), "a decision led from version " + account.version() + " to " + after.version());
        }
        if (!book.postings().isEmpty()) {
            account = after;
            postings.addAll(book.postings());
            book.postings().forEach(posting -> first.put(posting.header().requestId(), posting));
            book.after().order().ifPresent(this::keep);
            book.after().namedLots().values().forEach(this::keep);
            after.lots().forEach(lot -> closedLots.remove(lot.id()));
        }
        return new Commit.Applied(book.postings(), book.after());
    }

    private void keep(OrderPosition position) {
        if (!position.equals(orders.put(position.order(), position))) {
            changed.put(position.order(), position);
        }
    }

    private void keep(Lot lot) {
        if (!lot.equals(closedLots.put(lot.id(), lot))) {
            moved.put(lot.id(), lot);
        }
    }

    /** What the answers given so far ask to be written; empty if nothing. */
    Optional<Batch> batch() {
        return postings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(
                        before,
                        account,
                        List.copyOf(postings),
                        List.copyOf(changed.values()),
                        List.copyOf(moved.values())));
    }
}
