package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * An order that was paid for.
 *
 * @param order the shop's id
 * @param at when it was placed
 * @param amount what is left of its price, with what was paid with points, in the program's currency
 * @param kept whether it still counts: not if all of it came back, or it was cancelled
 */
public record Purchase(String order, Instant at, BigDecimal amount, boolean kept) {
    static final Comparator<Purchase> IN_TIME =
            Comparator.comparing(Purchase::at).thenComparing(Purchase::order);
}
