package io.loyalty4j.reward;

import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/**
 * A reward as it stands for one basket; of a menu, one of its entries.
 *
 * @param points that it takes; of a payment, the fewest
 * @param most points that it can take from this member for this basket; other than {@code points} of a payment alone
 * @param step between the two
 * @param worth what {@code most} take off the order
 * @param refusal why it cannot be taken; empty if it can
 */
public record RewardOffer(
        String reward, String description, long points, long most, long step, Money worth, Optional<Refusal> refusal) {
    public boolean takeable() {
        return refusal.isEmpty();
    }

    /** Points that the member still needs for it; zero where points are not what is missing. */
    public long missing() {
        return refusal.filter(Refusal.InsufficientPoints.class::isInstance)
                .map(Refusal.InsufficientPoints.class::cast)
                .map(lacking -> lacking.needed() - lacking.available())
                .orElse(0L);
    }

    /** The order with it. */
    public Order on(Order order) {
        return most == 0 ? order.redeem(reward) : order.redeem(reward, most);
    }
}
