package io.loyalty4j.examples.promotions;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.List;

/** A shop's own code, as {@link LoyaltyEngine} finds it: a checkout that takes off what the member's points are worth, and sells in any case. */
public final class Checkout {
    private final LoyaltyEngine loyalty;

    public Checkout(LoyaltyEngine loyalty) {
        this.loyalty = loyalty;
    }

    /** The page before payment: what the order comes to with the reward that takes most off it, if the member can have one. */
    public Quote shows(String customer, String orderId, OrderLine... goods) {
        Order order = Order.of(MemberId.of(customer), orderId).currency("USD").lines(List.of(goods));
        return loyalty.quote(loyalty.quote(order).withBestReward());
    }

    /** The page was confirmed. If another tab has taken the points meanwhile, the order is paid without them. */
    public Slip pays(Quote shown) {
        Outcome outcome = loyalty.purchase(shown.order());
        return outcome.refusal().isEmpty()
                ? new Slip(outcome.receipt())
                : new Slip(loyalty.purchase(shown.order().withoutRewards()).receipt());
    }
}
