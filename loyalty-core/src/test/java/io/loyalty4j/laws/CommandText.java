package io.loyalty4j.laws;

import static java.util.stream.Collectors.joining;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;

/** A command as one would write it in Java. */
public final class CommandText {
    private CommandText() {}

    public static String of(Command command) {
        if (command instanceof Order order) {
            return "purchase(" + order(order) + ")";
        }
        if (command instanceof Order.Reservation reservation) {
            return "reserve(" + order(reservation.order()) + ")";
        }
        if (command instanceof Order.Cancellation cancellation) {
            return "cancel(Order.of(" + cancellation.member() + ", \"" + cancellation.order() + "\"))";
        }
        if (command instanceof Refund refund) {
            return "refund(Refund.of(" + refund.member() + "'s \"" + refund.order() + "\", \"" + refund.id() + "\")"
                    + refund.lines().stream()
                            .map(line -> ".line(\"" + line.id() + "\", " + line.quantity() + ")")
                            .collect(joining())
                    + ")";
        }
        if (command instanceof Activity activity) {
            return "record(Activity.of(" + activity.member() + ", \"" + activity.kind() + "\", \"" + activity.id()
                    + "\")" + activity.doneAt().map(at -> ".at(" + at + ")").orElse("") + ")";
        }
        if (command instanceof Activity.Retraction retraction) {
            return "retract(Activity.of(" + retraction.member() + ", \"" + retraction.kind() + "\", \""
                    + retraction.id() + "\"))";
        }
        return "enrol(Member.of(" + command.member() + "))";
    }

    private static String order(Order order) {
        return "Order.of(" + order.member() + ", \"" + order.id() + "\")"
                + order.currency().map(code -> ".currency(\"" + code + "\")").orElse("")
                + (order.revision() == 1 ? "" : ".revision(" + order.revision() + ")")
                + (order.keepsHolds() ? ".keepingHolds()" : "")
                + order.placedAt().map(at -> ".at(" + at + ")").orElse("")
                + order.lines().stream().map(CommandText::line).collect(joining())
                + (order.discount().signum() == 0 ? "" : ".less(\"" + order.discount() + "\")")
                + order.redemptions().stream()
                        .map(each -> ".redeem(\"" + each.reward() + "\""
                                + (each.points() == 0 ? "" : ", " + each.points()) + ")")
                        .collect(joining());
    }

    private static String line(OrderLine line) {
        return ".line(OrderLine.of(\"" + line.id() + "\", \"" + line.price() + "\")"
                + (line.quantity() == 1 ? "" : ".times(" + line.quantity() + ")")
                + (line.discount().signum() == 0 ? "" : ".less(\"" + line.discount() + "\")")
                + line.categories().stream()
                        .map(each -> ".category(\"" + each + "\")")
                        .collect(joining())
                + ")";
    }
}
