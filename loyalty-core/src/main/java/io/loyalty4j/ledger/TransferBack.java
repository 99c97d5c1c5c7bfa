package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Transfer;
import java.util.List;
import java.util.Optional;

/** What a receiver could not take comes back into the lots it left, whatever has become of the sender's account meanwhile. */
final class TransferBack {
    private final Session session;
    private final Draft draft;

    TransferBack(Session session) {
        this.session = session;
        this.draft = session.draft();
    }

    Decided decide(Transfer.Bounce bounce) {
        Optional<OrderPosition> sent = session.state().order().filter(there -> there.state() == State.PURCHASED);
        if (sent.isEmpty()) {
            return session.refused(new AccountRefusal.TransferNotAccepted("nothing was sent as " + bounce.id()));
        }
        for (Stake stake : sent.get().stakes()) {
            boolean lapsed = draft.lapsed(draft.lot(stake.lot()), session.now());
            draft.comeBack(stake.lot(), Bucket.TRANSFERRED, stake.points(), lapsed);
        }
        sent.get().terms().orElseThrow().counters().forEach(draft::uncount);
        draft.change(new Change.OrderSet(back(sent.get())));
        session.book(draft, session.now(), Optional.empty(), List.of());
        return session.booked();
    }

    private static OrderPosition.Delta back(OrderPosition sent) {
        List<Stake> stakes = sent.stakes().stream()
                .map(stake -> new Stake(stake.lot(), false, stake.points(), stake.points()))
                .toList();
        return sent.to(State.CANCELLED).stakes(stakes).delta();
    }
}
