package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;

import io.loyalty4j.shop.Policy.PayingOrder;
import java.util.ArrayList;
import java.util.List;

/** Takes available points, from the lots that pay first. */
final class Taking {
    private Taking() {}

    /** What was taken, lot by lot: so many, or as many as there are. */
    static List<Stake> of(Session session, Draft draft, long points, Bucket to) {
        List<Stake> taken = new ArrayList<>();
        long left = points;
        for (Lot lot : draft.paying(session.program().policy(PayingOrder.class))) {
            long part = Math.min(left, lot.in(AVAILABLE));
            if (part > 0) {
                draft.move(lot.id(), AVAILABLE, to, part);
                taken.add(new Stake(lot.id(), false, part, 0));
                left -= part;
            }
        }
        return taken;
    }
}
