package io.loyalty4j.notify;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Bucket.REVOKED;
import static io.loyalty4j.ledger.Bucket.TRANSFERRED;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.notify.LoyaltyEvent.DebtOpened;
import io.loyalty4j.notify.LoyaltyEvent.DebtPaid;
import io.loyalty4j.notify.LoyaltyEvent.PointsActivated;
import io.loyalty4j.notify.LoyaltyEvent.PointsAdjusted;
import io.loyalty4j.notify.LoyaltyEvent.PointsClawedBack;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpired;
import io.loyalty4j.notify.LoyaltyEvent.PointsReleased;
import io.loyalty4j.notify.LoyaltyEvent.PointsRestored;
import io.loyalty4j.notify.LoyaltyEvent.PointsTransferred;
import io.loyalty4j.notify.LoyaltyEvent.ReferralQualified;
import io.loyalty4j.shop.Referral;
import java.util.Optional;

/**
 * Tells what moved, each point once: all events with points but those of debt, reservations and activations add up to what the account has more of, less what it
 * owes more.
 */
final class PointsTelling {
    private final Posting posting;
    private final Cause cause;
    private final Telling telling;

    PointsTelling(Posting posting, Cause cause, Telling telling) {
        this.posting = posting;
        this.cause = cause;
        this.telling = telling;
    }

    /** What came, or became usable. */
    void come(Redemption redemption) {
        long back = posting.moved(EXPIRED, AVAILABLE) + redemption.restored();
        telling.points(back, points -> about -> new PointsRestored(about, points));
        given();
        telling.points(posting.moved(HELD, AVAILABLE), points -> about -> new PointsReleased(about, points));
        long activated = cause.other().isEmpty() ? posting.moved(PENDING, AVAILABLE) : 0;
        telling.points(activated, points -> about -> new PointsActivated(about, points));
    }

    private void given() {
        long issued = posting.moved(ISSUED, PENDING) + posting.moved(ISSUED, AVAILABLE);
        Optional<String> reason = cause.reason();
        Optional<Referral.Reward> referral = cause.referral();
        if (cause.other().isPresent()) {
            telling.points(
                    issued + sent(),
                    points -> about ->
                            new PointsTransferred(about, points, cause.other().orElseThrow()));
        } else if (reason.isPresent()) {
            telling.points(issued - revoked(), points -> about -> new PointsAdjusted(about, points, reason.get()));
        } else if (referral.isPresent()) {
            telling.add(about -> new ReferralQualified(about, referral.get().friend(), issued));
        } else {
            telling.points(issued, points -> about -> new PointsEarned(about, points, posting.moved(ISSUED, PENDING)));
        }
    }

    private long sent() {
        return posting.moved(TRANSFERRED, AVAILABLE)
                - posting.moved(AVAILABLE, TRANSFERRED)
                - posting.moved(DEBT, TRANSFERRED);
    }

    /** What had lapsed and is taken back is nobody's loss. */
    private long revoked() {
        return posting.moved(PENDING, REVOKED) + posting.moved(AVAILABLE, REVOKED) + posting.moved(DEBT, REVOKED);
    }

    /** What went, other than for rewards. */
    void go() {
        long clawedBack = cause.reason().isPresent() ? 0 : revoked();
        telling.points(clawedBack, points -> about -> new PointsClawedBack(about, points));
        telling.points(posting.moved(AVAILABLE, EXPIRED), points -> about -> new PointsExpired(about, points));
        long debt = posting.after().debt();
        long more = posting.moved(DEBT, REVOKED)
                + posting.moved(DEBT, REDEEMED)
                + posting.moved(DEBT, TRANSFERRED)
                - posting.moved(AVAILABLE, DEBT);
        if (more > 0) {
            telling.addTransactional(about -> new DebtOpened(about, more, debt));
        } else if (more < 0) {
            telling.addTransactional(about -> new DebtPaid(about, -more, debt));
        }
    }
}
