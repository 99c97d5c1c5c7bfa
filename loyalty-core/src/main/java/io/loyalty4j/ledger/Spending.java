package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves the points that an order pays with, and keeps what was taken of each lot. */
final class Spending {
    private final Session session;
    private final Draft draft;
    private final String order;
    private final List<Stake> stakes = new ArrayList<>();

    Spending(Session session, Draft draft, String order) {
        this.session = session;
        this.draft = draft;
        this.order = order;
    }

    /** What was taken, lot by lot in the order of taking. */
    List<Stake> stakes() {
        return stakes;
    }

    /** Moves available points into holding, from the lots that pay first. */
    List<Hold.Part> hold(long points) {
        return Taking.of(session, draft, points, HELD).stream()
                .map(taken -> new Hold.Part(taken.lot(), taken.points(), false))
                .toList();
    }

    /** Takes available points. */
    void takeAvailable(long points) {
        takeHeld(hold(points));
    }

    /** Takes points that are held. */
    void takeHeld(List<Hold.Part> parts) {
        parts.forEach(part -> {
            draft.move(part.lot(), HELD, REDEEMED, part.points());
            stakes.add(new Stake(part.lot(), false, part.points(), 0));
        });
    }

    /** Takes points that are not there. */
    void owe(long points) {
        if (points > 0) {
            String lot = session.requestId() + "~debt";
            if (stakes.stream().noneMatch(stake -> stake.lot().equals(lot))) {
                draft.open(
                        lot,
                        new Issue(session, draft, lot, Optional.of(order), session.now(), Optional.of(session.now()))
                                .terms(0));
            }
            draft.move(lot, DEBT, REDEEMED, points);
            StandIns.owed(draft, List.of(lot), points);
            stakes.add(new Stake(lot, false, points, 0));
        }
    }
}
