package io.loyalty4j.testing;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** A sample with other figures: those that nobody thought of. */
final class RuleVariants {
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal FORTUNE = new BigDecimal("99999999999.99");

    private RuleVariants() {}

    static List<Command> of(Command sample) {
        if (sample instanceof Order order) {
            return ofOrder(order);
        }
        return sample instanceof Activity activity ? RuleActivityVariants.of(activity) : List.of();
    }

    private static List<Command> ofOrder(Order order) {
        return List.of(
                each(order, line -> priced(line, BigDecimal.ZERO, line.quantity())),
                each(order, line -> priced(line, LEAST, 1)),
                each(order, line -> priced(line, LEAST, line.quantity())),
                each(order, line -> priced(line, line.price(), 1)),
                each(order, line -> priced(line, FORTUNE, line.quantity())),
                each(order, RuleVariants::reduced),
                all(each(order, line -> line.less(BigDecimal.ZERO))));
    }

    private static Order each(Order order, UnaryOperator<OrderLine> change) {
        List<OrderLine> lines = order.lines().stream().map(change).toList();
        return withLines(order, lines).less(BigDecimal.ZERO);
    }

    static Order withLines(Order order, List<OrderLine> lines) {
        return new Order(
                order.member(),
                order.id(),
                order.revision(),
                order.keepsHolds(),
                order.currency(),
                order.placedAt(),
                lines,
                order.discount(),
                order.redemptions(),
                order.vouchers(),
                order.attributes());
    }

    private static OrderLine priced(OrderLine line, BigDecimal price, int pieces) {
        return new OrderLine(
                line.id(),
                line.sku(),
                price,
                pieces,
                BigDecimal.ZERO,
                line.categories(),
                line.brand(),
                line.attributes());
    }

    private static OrderLine reduced(OrderLine line) {
        return line.less(line.price().multiply(BigDecimal.valueOf(line.quantity())));
    }

    /** Nothing is left to pay. */
    private static Order all(Order order) {
        return order.less(order.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
