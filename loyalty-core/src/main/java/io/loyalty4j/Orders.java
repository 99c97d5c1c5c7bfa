package io.loyalty4j;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import java.util.Optional;

/** Which commands are about what an order pays with. */
final class Orders {
    private Orders() {}

    /** The order that is to be paid, or to hold what it pays with. */
    static Optional<Order> in(Command command) {
        return command instanceof Order order
                ? Optional.of(order)
                : command instanceof Order.Reservation reservation
                        ? Optional.of(reservation.order())
                        : Optional.empty();
    }
}
