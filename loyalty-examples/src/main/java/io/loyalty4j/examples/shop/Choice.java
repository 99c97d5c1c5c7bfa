package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a customer wants to have for points, as they said it: whether it can be had is the engine's answer. Immutable.
 *
 * @param points to pay with; 0 for none
 * @param voucher the code as it was typed
 */
record Choice(long points, SortedSet<String> rewards, Optional<String> voucher) {
    static final Choice NONE = new Choice(0, new TreeSet<>(), Optional.empty());

    Order on(Order order) {
        Order with = withoutPoints(order);
        return points > 0 ? with.redeem(ShopProgram.PAYMENT, points) : with;
    }

    Order withoutPoints(Order order) {
        Order with = order.redeemAll(rewards);
        return voucher.isPresent() ? with.voucher(voucher.get()) : with;
    }

    /** For people; empty if nothing was chosen. */
    String describe() {
        List<String> chosen = new ArrayList<>();
        if (points > 0) {
            chosen.add(Words.points(points));
        }
        rewards.forEach(reward -> chosen.add(Words.name(reward)));
        voucher.ifPresent(code -> chosen.add("Voucher"));
        return String.join(" + ", chosen);
    }

    Choice withoutVoucher() {
        return new Choice(points, rewards, Optional.empty());
    }
}
