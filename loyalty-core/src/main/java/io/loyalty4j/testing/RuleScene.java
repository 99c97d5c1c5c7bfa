package io.loyalty4j.testing;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An order or activity on which the rule is tried, and what its member did before.
 *
 * @param enrolledAt when what came before began
 * @param before the member's profile first
 * @param at when the sample is placed or done, and booked
 * @param words for what came before, such as ", after 3 orders"
 */
record RuleScene(Instant enrolledAt, List<Command> before, Instant at, Command sample, String words) {
    Optional<Order> order() {
        return sample instanceof Order order ? Optional.of(order) : Optional.empty();
    }

    Optional<Activity> activity() {
        return sample instanceof Activity activity ? Optional.of(activity) : Optional.empty();
    }

    RuleScene with(Command other) {
        return new RuleScene(enrolledAt, before, at, other, words);
    }

    @Override
    public String toString() {
        return order().map(RuleScene::text)
                        .or(() -> activity().map(RuleScene::text))
                        .orElse("") + " at " + at + words;
    }

    static String text(Order order) {
        String lines = order.lines().stream().map(RuleScene::text).collect(Collectors.joining(" + "));
        String less = order.discount().signum() == 0
                ? ""
                : " less " + order.discount().toPlainString();
        return "order " + order.id() + " (" + lines + less + ")"
                + (order.attributes().isEmpty() ? "" : " with " + order.attributes());
    }

    private static String text(OrderLine line) {
        return line.quantity() + " " + line.id() + " at " + line.price().toPlainString()
                + (line.discount().signum() == 0
                        ? ""
                        : " less " + line.discount().toPlainString())
                + (line.categories().isEmpty() ? "" : " " + line.categories());
    }

    private static String text(Activity activity) {
        return "activity " + activity.kind() + " " + activity.id()
                + (activity.attributes().isEmpty() ? "" : " with " + activity.attributes());
    }
}
