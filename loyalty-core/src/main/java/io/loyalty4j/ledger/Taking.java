package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;

import io.loyalty4j.shop.Policy.PayingOrder;
import java.util.ArrayList;
import java.util.List;

/** Takes available points, from the lots that pay first. */
final class Taking {
    private Taking() {}

    /** What was taken, lot by lot; all of it must be there. */
    static List<Stake> of(Draft draft, PayingOrder order, long points) {
        List<Stake> taken = new ArrayList<>();
        long left = points;
        for (Lot lot : draft.paying(order)) {
            long part = Math.min(left, lot.in(AVAILABLE));
            if (part > 0) {
                draft.move(lot.id(), AVAILABLE, Bucket.REVOKED, part);
                taken.add(new Stake(lot.id(), false, part, 0));
                left -= part;
            }
        }
        return taken;
    }
}
