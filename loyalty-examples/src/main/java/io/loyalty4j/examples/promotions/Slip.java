package io.loyalty4j.examples.promotions;

import io.loyalty4j.ledger.Receipt;

/** What a {@link Checkout} prints below an order. */
public record Slip(Receipt receipt) {
    @Override
    public String toString() {
        String saved = receipt.discount()
                .map(discount -> "You saved " + discount + ". ")
                .orElse("");
        return saved + receipt.earned() + " points for this order, " + receipt.available() + " in all";
    }
}
