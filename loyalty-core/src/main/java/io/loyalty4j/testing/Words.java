package io.loyalty4j.testing;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steps in a few words. */
final class Words {
    private Words() {}

    static String of(Collection<Command> commands) {
        return commands.stream().map(Command::requestId).collect(Collectors.joining(", "));
    }

    /** The order that a command is about to book or reserve. */
    static Optional<Order> order(Command command) {
        if (command instanceof Order order) {
            return Optional.of(order);
        }
        return command instanceof Order.Reservation reservation ? Optional.of(reservation.order()) : Optional.empty();
    }

    static String lines(Order order) {
        return order.lines().isEmpty()
                ? "nothing"
                : order.lines().stream().map(Words::line).collect(Collectors.joining(", "));
    }

    private static String line(OrderLine line) {
        return (line.quantity() == 1 ? "" : line.quantity() + " ") + line.sku() + " at "
                + line.price().toPlainString();
    }
}
