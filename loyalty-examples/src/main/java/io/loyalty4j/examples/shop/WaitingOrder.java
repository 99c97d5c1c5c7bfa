package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.MemberId;
import java.util.List;

/**
 * An order that is not paid yet, perhaps in another tab.
 *
 * @param name what people read
 * @param state until when what was chosen is reserved for it, if it is
 */
record WaitingOrder(String id, String name, String state) {
    static List<WaitingOrder> all(MemberId member, Till till) {
        return till.orders().open(member).stream()
                .map(order -> new WaitingOrder(order.id(), order.name(), state(order, till)))
                .toList();
    }

    private static String state(ShopOrder order, Till till) {
        return till.reservedUntil(order)
                .map(end -> "Not paid yet. What you chose is reserved until "
                        + Words.time(end, till.program().zone()) + ".")
                .orElse("Not paid yet.");
    }
}
