package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.PayingOrder;
import java.util.List;

/** Takes points back that an order gave: from its own lots, then from others as they pay, then as debt; never what is held. */
final class ClawingBack {
    private final Session session;
    private final Draft draft;
    private final String order;
    private final List<String> own;

    ClawingBack(Session session, Draft draft, String order, List<Stake> stakes) {
        this.session = session;
        this.draft = draft;
        this.order = order;
        this.own = stakes.stream().filter(Stake::own).map(Stake::lot).toList();
    }

    /** Points of the order that could not be taken so far, and are to be yet. */
    long owed() {
        return draft.counted(Shortfalls.counter(order));
    }

    /** Takes so many, and what earlier returns could not get. */
    Clawed take(long due) {
        long owed = owed();
        ClawBack policy = session.program().policy(ClawBack.class);
        long left = take(own, PENDING, due + owed);
        if (policy != ClawBack.PENDING_ONLY) {
            left = take(own, AVAILABLE, left);
            left = take(own, EXPIRED, left);
            left = takeFromOthers(left);
        }
        if (left > 0 && policy == ClawBack.INTO_DEBT) {
            draft.move(own.get(0), DEBT, REVOKED, left);
            StandIns.owed(draft, own, left);
            left = 0;
        }
        owe(policy == ClawBack.WITHIN_BALANCE ? left : 0);
        return new Clawed(due + owed - left, left);
    }

    /** Sets what is to be taken yet. */
    void owe(long points) {
        Shortfalls.set(draft, order, points);
    }

    private long takeFromOthers(long points) {
        long left = points;
        for (Lot payer : draft.paying(session.program().policy(PayingOrder.class))) {
            if (left > 0) {
                StandIns.paid(draft, own, payer);
            }
            left = take(List.of(payer.id()), AVAILABLE, left);
        }
        return left;
    }

    private long take(List<String> lots, Bucket from, long points) {
        long left = points;
        for (String lot : lots) {
            long part = Math.min(left, draft.lot(lot).in(from));
            draft.move(lot, from, REVOKED, part);
            left -= part;
        }
        return left;
    }

    /**
     * What came of it.
     *
     * @param taken points taken, debt included
     * @param shortfall points that were not there
     */
    record Clawed(long taken, long shortfall) {}
}
