package io.loyalty4j.notify;

import io.loyalty4j.earn.Heard;
import io.loyalty4j.ledger.Account.Status;
import io.loyalty4j.ledger.Change.StatusSet;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.notify.LoyaltyEvent.Enrolled;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import java.util.List;
import java.util.Optional;

/**
 * Reads off a posting what its member is told, the same for ever: that they came; what came to them, and what an order used, reserved and took; what went, and
 * debt; what rules gave besides points; the tier. Only whether a tier is up or down, and the zone of a last day, hang on the program, and codes on the key: never
 * how many events there are, nor their kinds but for the tier's and that of a code without its key.
 *
 * <p>Guests and charities are told nothing, nor is anybody by a checkpoint, nor by the posting that forgets them and the next one. Of later ones only the account
 * tells that it is forgotten: who delivers has to ask it.
 */
final class EventReading {
    private final LoyaltyProgram program;
    private final Optional<VoucherKey> key;

    EventReading(LoyaltyProgram program, Optional<VoucherKey> key) {
        this.program = program;
        this.key = key;
    }

    /**
     * The events, in their order.
     *
     * @param before the member's posting before it
     */
    List<LoyaltyEvent> of(Posting posting, Optional<Posting> before) {
        if (untold(posting) || before.filter(EventReading::forgets).isPresent()) {
            return List.of();
        }
        Cause cause = Cause.of(posting);
        Telling telling = new Telling(posting.header(), cause.messageClass());
        if (posting.header().version() == 1) {
            telling.add(Enrolled::new);
        }
        tell(posting, cause, telling);
        new TierTelling(posting, program.ladder()).tell(posting, before, telling);
        return telling.events();
    }

    private void tell(Posting posting, Cause cause, Telling telling) {
        Redemption redemption = Redemption.of(posting);
        PointsTelling points = new PointsTelling(posting, cause, telling);
        RewardTelling rewards = new RewardTelling(posting, telling);
        points.come(redemption);
        rewards.used(redemption);
        rewards.reserved();
        points.go();
        rewards.given(new Receipt(posting, () -> Heard.NOTHING, key), program.zone());
    }

    private static boolean untold(Posting posting) {
        return posting.header().member().reserved() || posting.header().kind() == Kind.CHECKPOINT || forgets(posting);
    }

    private static boolean forgets(Posting posting) {
        return posting.changes(StatusSet.class).anyMatch(set -> set.status() == Status.FORGOTTEN);
    }
}
