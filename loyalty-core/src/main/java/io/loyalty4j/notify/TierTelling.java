package io.loyalty4j.notify;

import io.loyalty4j.ledger.Change.ProgramAdopted;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.notify.LoyaltyEvent.TierLost;
import io.loyalty4j.notify.LoyaltyEvent.TierReached;
import io.loyalty4j.tier.Standing;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a posting led to another tier, and up or down: by the ladder that it adopts, or the program's. A tier that this ladder does not have is below
 * all; between two of those every change is told as up. Where a ladder is adopted that does not have the tier and leads to its lowest one, nothing is told: most
 * often that has another name only, and what became of the others the shop tells itself.
 */
final class TierTelling {
    private final List<String> upwards;
    private final boolean adopts;

    TierTelling(Posting posting, Standing.Terms ladder) {
        this.adopts = posting.header().kind() == Kind.ADOPT;
        this.upwards =
                posting
                        .changes(ProgramAdopted.class)
                        .map(ProgramAdopted::ladder)
                        .findFirst()
                        .orElse(ladder)
                        .rungs()
                        .stream()
                        .map(Standing.Rung::tier)
                        .toList();
    }

    /** Of a member's first posting the tier before is the lowest; where an earlier one is not known, nothing is told. */
    void tell(Posting posting, Optional<Posting> before, Telling telling) {
        String now = posting.tierAfter();
        String then = before.map(Posting::tierAfter)
                .orElse(posting.header().version() == 1 && !upwards.isEmpty() ? upwards.get(0) : now);
        if (!now.equals(then) && !renamed(then, now)) {
            boolean down = upwards.indexOf(now) < upwards.indexOf(then);
            telling.addTransactional(about -> down ? new TierLost(about, then, now) : new TierReached(about, now));
        }
    }

    private boolean renamed(String then, String now) {
        return adopts && !upwards.contains(then) && upwards.indexOf(now) == 0;
    }
}
