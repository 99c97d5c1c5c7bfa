package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Some months in the life of forty members, by chance: they buy, pay with points, give back, wait, let lapse and send each other points. */
final class RandomLives {
    private static final int MEMBERS = 40;

    final HandClock clock = HandClock.at("2026-01-05T12:00:00Z");
    final LoyaltyEngine engine;
    private final Random chance;
    private final List<Order> orders = new ArrayList<>();
    private int number;

    RandomLives(LoyaltyStore store, Expiry expiry, long seed) {
        this.chance = new Random(seed);
        this.engine = LoyaltyEngine.builder(program(expiry))
                .store(store)
                .clock(clock)
                .chance(new Random(seed))
                .build();
    }

    private static LoyaltyProgram program(Expiry expiry) {
        return Programs.plain()
                .earn("big", points(15).perOrder().atMostPoints(45).per(YEAR))
                .earn("review", points(7).forActivity("review"))
                .reward("three", discount("0.30").costs(3))
                .activation(Activation.after(Period.ofDays(10)))
                .transfers(Transfers.upTo(500).per(YEAR))
                .expiry(expiry)
                .build();
    }

    /** What is refused is refused. */
    void pass(int commands) {
        for (int i = 0; i < commands; i++) {
            clock.pass(Duration.ofMinutes(chance.nextInt(900)));
            something();
        }
        engine.runDue(clock.instant());
    }

    private MemberId someone() {
        return MemberId.of("m" + chance.nextInt(MEMBERS));
    }

    private void something() {
        number++;
        switch (chance.nextInt(10)) {
            case 0, 1, 2 -> buys();
            case 3 -> reserves();
            case 4 -> comesBack();
            case 5 -> engine.record(Activity.of(someone(), "review", "a-" + number));
            case 6 -> sends();
            case 7 -> edits();
            case 8 -> engine.runDue(clock.instant());
            default -> cancels();
        }
    }

    private void sends() {
        int from = chance.nextInt(MEMBERS);
        int to = (from + 1 + chance.nextInt(MEMBERS - 1)) % MEMBERS;
        engine.execute(Transfer.of(MemberId.of("m" + from), "t-" + number, 1 + chance.nextInt(20))
                .to(MemberId.of("m" + to)));
    }

    private Order some(MemberId member) {
        Order order = Order.of(member, "o-" + number)
                .currency("GBP")
                .line(OrderLine.of("thing", (1 + chance.nextInt(80)) + ".50").times(1 + chance.nextInt(3)))
                .line(OrderLine.of("other", (1 + chance.nextInt(9)) + ".00"));
        return chance.nextInt(3) == 0 ? order.redeem(chance.nextBoolean() ? "ten" : "three") : order;
    }

    private void buys() {
        Order order = some(someone());
        if (engine.purchase(order).refusal().isEmpty()) {
            orders.add(order);
        }
    }

    private void reserves() {
        Order order = some(someone()).redeem("three");
        engine.reserve(order);
        if (chance.nextBoolean()) {
            engine.purchase(order);
            orders.add(order);
        }
    }

    private void comesBack() {
        if (!orders.isEmpty()) {
            engine.refund(Refund.of(one(), "r-" + number).line("thing", 1));
        }
    }

    private void edits() {
        if (!orders.isEmpty()) {
            int place = chance.nextInt(orders.size());
            Order before = orders.get(place);
            Order after = before.line(OrderLine.of("more-" + number, (1 + chance.nextInt(30)) + ".00"))
                    .revision(before.revision() + 1);
            if (engine.purchase(after).refusal().isEmpty()) {
                orders.set(place, after);
            }
        }
    }

    private void cancels() {
        if (!orders.isEmpty()) {
            engine.cancel(orders.remove(chance.nextInt(orders.size())));
        }
    }

    private Order one() {
        return orders.get(chance.nextInt(orders.size()));
    }
}
