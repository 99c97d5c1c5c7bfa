package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.ISSUED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Undoes an adjustment. Points given go the way of a return. Points taken come back in new lots with the terms of those they were taken from, pay debt
 * first, and lapse at once where those have.
 */
final class Reversing {
    private final Session session;
    private final String subject;

    Reversing(Session session, String subject) {
        this.session = session;
        this.subject = subject;
    }

    Decided decide() {
        Optional<OrderPosition> taken = taken();
        if (taken.isEmpty()) {
            return new Returning(session, subject).cancel(1);
        }
        Optional<Refusal> beyond = Bounds.of(session.account(), points(taken.get()));
        if (beyond.isPresent()) {
            return session.refused(beyond.get());
        }
        Draft draft = session.draft();
        List<Award> awards = giveBack(draft, taken.get());
        session.book(draft, session.now(), Optional.empty(), awards);
        return session.booked();
    }

    /** Lets a reversal that came before its adjustment come into force behind it. */
    void deferred() {
        Optional<OrderPosition> taken = taken();
        if (taken.isEmpty()) {
            new Returning(session, subject).deferred(true);
            return;
        }
        Draft draft = new Draft(session.state());
        List<Award> awards = giveBack(draft, taken.get());
        session.book(draft.finish(session.header(Kind.DEFERRED, session.now()), awards));
    }

    /** The adjustment, if it has come and took points. */
    private Optional<OrderPosition> taken() {
        return session.state()
                .order()
                .filter(position ->
                        position.purchased() && position.stakes().stream().noneMatch(Stake::own));
    }

    private static long points(OrderPosition taken) {
        return taken.stakes().stream().mapToLong(Stake::points).sum();
    }

    private List<Award> giveBack(Draft draft, OrderPosition taken) {
        List<Stake> back = new ArrayList<>();
        for (Stake stake : taken.stakes()) {
            LotTerms terms = OtherTerms.inherited(draft.lot(stake.lot()).terms(), session.requestId(), stake.points());
            giveBack(draft, subject.substring(1) + "~back/" + back.size(), terms);
            back.add(new Stake(stake.lot(), false, stake.points(), stake.points()));
        }
        draft.change(new Change.OrderSet(taken.to(State.CANCELLED).stakes(back).delta()));
        return List.of(new Outright(session, Adjusting.RULE).award(points(taken), "reversed"));
    }

    private void giveBack(Draft draft, String lot, LotTerms terms) {
        draft.open(lot, terms);
        draft.move(lot, ISSUED, AVAILABLE, terms.original());
        long left = draft.payDebt(lot, terms.original());
        if (draft.lapsed(draft.lot(lot), session.now())) {
            draft.move(lot, AVAILABLE, EXPIRED, left);
        }
    }
}
