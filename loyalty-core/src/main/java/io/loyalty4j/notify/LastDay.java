package io.loyalty4j.notify;

import java.time.LocalDate;
import java.util.Optional;

/** Until which day an event that warns of an end means something. */
final class LastDay {
    private LastDay() {}

    static Optional<LocalDate> of(LoyaltyEvent event) {
        if (event instanceof LoyaltyEvent.PointsExpiringSoon points) {
            return Optional.of(points.lastDay());
        }
        if (event instanceof LoyaltyEvent.RewardExpiring reward) {
            return Optional.of(reward.lastDay());
        }
        return event instanceof LoyaltyEvent.TierAtRisk tier ? Optional.of(tier.by()) : Optional.empty();
    }
}
