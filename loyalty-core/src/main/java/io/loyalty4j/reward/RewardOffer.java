package io.loyalty4j.reward;

import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/**
 * A reward as it stands for one basket.
 *
 * @param points what it takes
 * @param refusal why it cannot be taken; empty if it can
 */
public record RewardOffer(String reward, String description, long points, Money worth, Optional<Refusal> refusal) {
    public boolean takeable() {
        return refusal.isEmpty();
    }
}
