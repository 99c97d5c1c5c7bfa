package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.util.Optional;

/**
 * A basket on its way to the payment, and what it became. Immutable.
 *
 * @param id from the page on which the customer decided: the same however often they click
 * @param paid version of the posting with which the engine booked it; empty until it is paid
 */
record ShopOrder(String id, MemberId member, Basket basket, Choice choice, Optional<Long> paid) {
    static ShopOrder of(String id, MemberId member, Basket basket, Choice choice) {
        return new ShopOrder(id, member, basket, choice, Optional.empty());
    }

    /** What people read: its id, shortened. */
    String name() {
        return Ids.shown(id);
    }

    /** The one place that knows the words of the shop and those of the engine. */
    Order order() {
        return choice.on(plain());
    }

    /** The same, paying with no points. */
    Order withoutPoints() {
        return choice.withoutPoints(plain());
    }

    Order plain() {
        return Order.of(member, id)
                .currency(ShopProgram.CURRENCY)
                .lines(basket.lines().stream().map(Basket.Line::orderLine).toList());
    }
}
