package io.loyalty4j;

import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;

/** What only one claimant can have among all members. */
final class OnlyOne {
    private final LoyaltyStore store;
    private final Clock clock;

    OnlyOne(LoyaltyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether a claimant has it, now or already. */
    boolean had(String one, String claimant) {
        return store.claimant(one).filter(claimant::equals).isPresent()
                || store.claim(one, claimant, 1, 1, clock.instant()) == 1;
    }

    /** Makes it a claimant's for ever, unless it is another's; mends what a crash, or a repetition that was refused, has left undone. */
    void keep(String one, String claimant) {
        if (had(one, claimant)) {
            store.settle(one, claimant, 1);
        }
    }
}
