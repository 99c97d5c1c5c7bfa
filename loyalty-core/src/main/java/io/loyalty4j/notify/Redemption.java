package io.loyalty4j.notify;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import io.loyalty4j.ledger.Change.RewardApplied;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a posting took for rewards, and what came back of what was taken. An edit names all rewards of its order, those that it keeps first, and takes and gives
 * back in one: the last ones are new as far as points were taken, and of points only the difference is told.
 *
 * @param uses rewards that are new, with what was taken for them; of an edit without those that are free
 * @param restored points that came back
 */
record Redemption(List<Use> uses, long restored) {
    static Redemption of(Posting posting) {
        Receipt receipt = new Receipt(posting);
        long taken = receipt.redeemed();
        long back = posting.moved(REDEEMED, AVAILABLE);
        List<RewardApplied> rewards = taken > 0 || receipt.first() ? receipt.rewards() : List.of();
        List<Use> uses = new ArrayList<>();
        long gross = taken;
        long net = Math.max(0, taken - back);
        for (int i = rewards.size() - 1; i >= 0; i--) {
            RewardApplied reward = rewards.get(i);
            boolean fresh = receipt.first() || (reward.points() > 0 && reward.points() <= gross);
            long points = Math.min(net, reward.points());
            if (fresh || points > 0) {
                uses.add(new Use(reward.reward(), points, fresh));
            }
            gross = fresh ? gross - reward.points() : 0;
            net -= points;
        }
        Collections.reverse(uses);
        return new Redemption(uses, Math.max(0, back - taken));
    }

    /**
     * Of one reward.
     *
     * @param fresh whether the order did not have it before
     */
    record Use(String reward, long points, boolean fresh) {}
}
