package io.loyalty4j.ledger;

import io.loyalty4j.reward.RewardOffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of several offers is best: one that can be taken, that takes most off, for the fewest points. */
final class BestReward {
    private static final Comparator<RewardOffer> BEST_FIRST = Comparator.comparing(RewardOffer::takeable)
            .thenComparing(offer -> offer.worth().amount())
            .reversed()
            .thenComparing(RewardOffer::most)
            .thenComparing(RewardOffer::reward);

    private BestReward() {}

    static Optional<RewardOffer> of(List<RewardOffer> offers) {
        return offers.stream().min(BEST_FIRST);
    }
}
