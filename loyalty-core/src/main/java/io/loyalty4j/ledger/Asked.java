package io.loyalty4j.ledger;

import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What was asked back of an order and is not in its lines.
 *
 * @param pieces by line, beyond what was bought of it: all that came before the order, or before the edit that they belong to
 * @param amount of money in all, in the order's currency
 */
public record Asked(Map<String, Integer> pieces, BigDecimal amount) {
    static final Asked NOTHING = new Asked(Map.of(), BigDecimal.ZERO);

    public Asked {
        pieces = Map.copyOf(pieces);
    }

    boolean nothing() {
        return pieces.isEmpty() && amount.signum() == 0;
    }

    Asked plus(Refund refund) {
        Map<String, Integer> more = new HashMap<>(pieces);
        refund.quantities().forEach((line, count) -> more.merge(line, count, Refund::together));
        return new Asked(more, amount.add(refund.amount().orElse(BigDecimal.ZERO)));
    }
}
