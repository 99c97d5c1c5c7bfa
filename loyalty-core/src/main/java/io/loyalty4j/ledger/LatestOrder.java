package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import java.util.Optional;

/** When the latest of a member's orders was placed: it never goes back, in whatever order they are booked. */
final class LatestOrder {
    private LatestOrder() {}

    /**
     * One more that is known.
     *
     * @param at in milliseconds of the epoch
     */
    static void note(Draft draft, long at) {
        Counter known = draft.counters().get(Account.LAST_ORDER);
        long latest = known == null ? at : Math.max(at, known.value());
        draft.set(Account.LAST_ORDER, new Counter(latest, Optional.empty(), Optional.empty()));
    }
}
