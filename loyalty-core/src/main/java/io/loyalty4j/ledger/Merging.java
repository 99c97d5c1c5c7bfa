package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Estate;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives an account up for another. Its counters and what it spent stay as they were, as a copy: what late returns take off it is what is passed on.
 */
final class Merging {
    private final Session session;
    private final Merge merge;
    private final Draft draft;

    Merging(Session session, Merge merge) {
        this.session = session;
        this.merge = merge;
        this.draft = session.draft();
    }

    Decided decide() {
        Optional<Refusal> refusal = TransferParties.known(session)
                .or(() -> TransferParties.receiver(
                        session.program(), merge.into(), session.circumstances().receiver()))
                .or(this::held)
                .or(this::tooMuch);
        return refusal.isPresent() ? session.refused(refusal.get()) : book();
    }

    private Optional<Refusal> held() {
        Stream<String> waiting = draft.lots().stream()
                .filter(lot -> lot.terms().waitsForTheGoods())
                .flatMap(lot -> lot.terms().order().stream());
        List<String> orders = Stream.concat(draft.holds().stream().map(Hold::order), waiting)
                .distinct()
                .sorted()
                .toList();
        return orders.isEmpty() ? Optional.empty() : Optional.of(new AccountRefusal.OrdersOpen(merge.member(), orders));
    }

    private Optional<Refusal> tooMuch() {
        Account own = draft.account();
        return session.circumstances()
                .receiver()
                .flatMap(other -> Bounds.ofOrder(other, own.available() + own.pending()));
    }

    private Decided book() {
        Estates estates = new Estates(session, draft);
        Estate estate = estates.leave(Counted.all(draft.counters()), Progressing.of(merge.member(), draft.standing()));
        draft.setStanding(draft.standing().withoutSpans());
        draft.set(Account.MERGED, new Counter(1, Optional.of(merge.into().value()), Optional.empty()));
        draft.change(new Change.StatusSet(Account.Status.MERGED));
        draft.change(
                new Change.Sent(new Merge.Inheritance(merge.into(), merge.member(), session.nextVersion(), estate, 0)));
        session.book(draft, session.now(), Optional.empty(), estates.awards());
        return session.booked();
    }
}
