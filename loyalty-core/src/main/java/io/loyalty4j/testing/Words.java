package io.loyalty4j.testing;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.Collection;
import java.util.stream.Collectors;

/** Steps in a few words. */
final class Words {
    private Words() {}

    static String of(Collection<Command> commands) {
        return commands.stream().map(Command::requestId).collect(Collectors.joining(", "));
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
