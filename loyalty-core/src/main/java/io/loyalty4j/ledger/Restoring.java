package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import io.loyalty4j.shop.Policy.RestoredAfterExpiry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Gives redeemed points back into the lots they were taken from, last-taken first. */
final class Restoring {
    private static final int GRACE_DAYS = 30;

    private final Session session;
    private final Draft draft;

    Restoring(Session session, Draft draft) {
        this.session = session;
        this.draft = draft;
    }

    /** Gives back until so many of them have come back in all, and tells how much of each stake has. */
    List<Stake> upTo(long target, List<Stake> before) {
        long left = target - back(before);
        List<Stake> stakes = new ArrayList<>(before);
        for (int i = stakes.size() - 1; i >= 0; i--) {
            Stake stake = stakes.get(i);
            long part = stake.own() ? 0 : Math.min(left, stake.points() - stake.back());
            if (part > 0) {
                restore(stake.lot(), part);
                stakes.set(i, new Stake(stake.lot(), false, stake.points(), stake.back() + part));
                left -= part;
            }
        }
        return stakes;
    }

    static long back(List<Stake> stakes) {
        return stakes.stream().mapToLong(Stake::back).sum();
    }

    private void restore(String id, long points) {
        draft.move(id, REDEEMED, AVAILABLE, points);
        StandIns.date(draft, id);
        Lot lot = draft.lot(id);
        boolean lapsed = draft.lapsed(lot, session.now());
        boolean grace = lapsed
                && !lot.terms().redated()
                && session.program().policy(RestoredAfterExpiry.class) == RestoredAfterExpiry.GRACE_30_DAYS;
        if (grace) {
            draft.redate(id, endOfGrace());
        }
        if (lapsed && !grace) {
            draft.move(id, AVAILABLE, EXPIRED, points);
        } else {
            draft.payDebt(id, points);
        }
    }

    private Instant endOfGrace() {
        LocalDate today = session.now().atZone(session.program().zone()).toLocalDate();
        return session.endOf(today.plusDays(GRACE_DAYS));
    }
}
