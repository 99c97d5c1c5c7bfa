package io.loyalty4j.laws;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether two commands say the same: amounts by value, lines by id, in whatever order. Reckoned without fingerprints. */
final class Content {
    private Content() {}

    static boolean same(Command one, Command other) {
        return of(one).equals(of(other));
    }

    private static List<Object> of(Command command) {
        if (command instanceof Order order) {
            Set<Object> lines = order.lines().stream().map(Content::line).collect(Collectors.toSet());
            return List.of(
                    order.id(),
                    order.currency(),
                    order.placedAt(),
                    plain(order.discount()),
                    lines,
                    order.redemptions(),
                    order.attributes());
        }
        if (command instanceof Refund refund) {
            return List.of(
                    refund.order(),
                    refund.id(),
                    refund.lines().stream()
                            .collect(Collectors.groupingBy(
                                    Refund.ReturnedLine::id, Collectors.summingInt(Refund.ReturnedLine::quantity))));
        }
        return command instanceof Activity activity
                ? List.of(activity.kind(), activity.id(), activity.doneAt(), activity.attributes())
                : List.of(command);
    }

    private static Object line(OrderLine line) {
        return List.of(
                line.id(),
                line.sku(),
                plain(line.price()),
                line.quantity(),
                plain(line.discount()),
                line.categories(),
                line.brand(),
                line.attributes());
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
}
