package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What members buy at many tills at once: a point a pound, and ten points pay a pound. All of it happens at one instant, so that only the order in which it
 * was booked tells one history from another.
 *
 * @param opening the price of a member's first order, number 0
 * @param price of every other, which redeems ten points
 */
record Market(String opening, String price) {
    /** Nobody earns any more: what is there is spent. */
    static final Market SELLING_OUT = new Market("1000.00", "1.00");

    /** Each order earns what it redeems, so that one can go on for ever. */
    static final Market GOING_ON = new Market("100.00", "11.00");

    static final int OPENING = 0;

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("market")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .reward("ten", discount("1.00").costs(10))
            .build();

    static LoyaltyEngine machine(LoyaltyStore store) {
        return LoyaltyEngine.builder(PROGRAM).store(store).clock(NOON).build();
    }

    Order order(MemberId member, int number) {
        boolean first = number == OPENING;
        Order order =
                Order.of(member, "o-" + number).currency("GBP").line(OrderLine.of("thing", first ? opening : price));
        return first ? order : order.redeem("ten");
    }

    /** The order's number, of its request id. */
    static int number(String requestId) {
        return Integer.parseInt(requestId.replaceAll("order/o-(\\d+)@1", "$1"));
    }
}
