package io.loyalty4j.examples.replay;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One usable line of a history: pieces of one article on a member's invoice.
 *
 * @param quantity negative on the line of a cancellation, positive on any other
 * @param price of one piece, never negative, in the shop's currency; it may have more decimals than the currency, but no
 *     zeros at the end
 */
public record HistoryLine(
        Place place, String invoice, MemberId member, Instant at, String sku, int quantity, BigDecimal price) {

    /** A cancellation's number begins with C. */
    static boolean cancellation(String invoice) {
        return invoice.startsWith("C");
    }

    boolean cancellation() {
        return cancellation(invoice);
    }

    OrderLine orderLine(String id) {
        OrderLine line = OrderLine.of(sku, price).id(id).times(quantity);
        return NonProducts.include(sku) ? line.category(NonProducts.CATEGORY) : line;
    }

    /** Whether the price has parts of a cent. */
    boolean finePrice() {
        return price.scale() > 2;
    }

    /** Exact; negative where the line is a cancellation's. */
    BigDecimal value() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
