package io.loyalty4j.examples.spring;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException;
import io.loyalty4j.shop.Order;

/**
 * Stands before the checkout and does a transaction again that collided with another one of the same member. It must be outside of the transaction, so it
 * is a bean of its own; Spring Retry or Resilience4j do as well.
 */
public class Till {
    private static final int MOST = 5;

    private final Checkout checkout;

    /** Before a checkout whose transactions begin and end with each call. */
    public Till(Checkout checkout) {
        this.checkout = checkout;
    }

    /**
     * {@link Checkout#paid}, tried up to five times.
     *
     * @throws ConcurrentUpdateException if all of them collided
     */
    public Receipt paid(Order order) {
        for (int tried = 1; ; tried++) {
            try {
                return checkout.paid(order);
            } catch (ConcurrentUpdateException e) {
                if (tried == MOST) {
                    throw e;
                }
            }
        }
    }
}
