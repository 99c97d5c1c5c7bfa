package io.loyalty4j.examples.spring;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Order;
import org.springframework.transaction.annotation.Transactional;

/** Where orders are paid. An order's row and its points are one transaction, in which loyalty is called last. */
public class Checkout {
    private final OrderTable orders;
    private final LoyaltyEngine loyalty;

    /** A shop's own classes get them injected. */
    public Checkout(OrderTable orders, LoyaltyEngine loyalty) {
        this.orders = orders;
        this.loyalty = loyalty;
    }

    /**
     * Books an order and its points, or neither.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.RefusedException with the reason; the order is not there then
     */
    @Transactional
    public Receipt paid(Order order) {
        orders.paid(order);
        return loyalty.purchase(order).receipt();
    }

    /** Books an order in any case: where a reward is refused, without it. A refusal has written nothing, so the transaction may go on. */
    @Transactional
    public Receipt paidInAnyCase(Order order) {
        orders.paid(order);
        Outcome outcome = loyalty.purchase(order);
        return outcome.refusal().isEmpty()
                ? outcome.receipt()
                : loyalty.purchase(order.withoutRewards()).receipt();
    }
}
