package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.laws.Chance;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.util.ArrayList;
import java.util.List;

/** Does what members are told of, the same for the same seed: orders, some with rewards, some of them undone or sent back. */
final class Newsmaker {
    static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("news")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .reward("ten", discount("1.00").costs(10))
            .build();

    private final LoyaltyEngine engine;
    private final Chance chance;
    private final int members;
    private final List<Order> orders = new ArrayList<>();
    private int number;

    Newsmaker(LoyaltyEngine engine, long seed, int members) {
        this.engine = engine;
        this.chance = Chance.of(seed);
        this.members = members;
    }

    void acts(int times) {
        for (int i = 0; i < times; i++) {
            act();
        }
    }

    private void act() {
        number++;
        int what = orders.isEmpty() ? 0 : chance.below(10);
        if (what < 5) {
            buys(order());
        } else if (what < 8) {
            buys(order().redeem("ten"));
        } else if (what < 9) {
            engine.refund(Refund.of(chance.of(orders), "r-" + number).line("thing", 1));
        } else {
            engine.cancel(orders.remove(chance.below(orders.size())));
        }
    }

    private Order order() {
        return order(member(chance.below(members)), "o-" + number, 5 + chance.below(50));
    }

    private void buys(Order order) {
        engine.purchase(order);
        orders.add(order);
    }

    static MemberId member(int number) {
        return MemberId.of("m-" + number);
    }

    static Order order(MemberId member, String id, int pounds) {
        return Order.of(member, id)
                .currency("GBP")
                .line(OrderLine.of("thing", pounds + ".00").times(2));
    }
}
