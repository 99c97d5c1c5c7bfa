package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.List;
import java.util.stream.IntStream;

/** Large orders and amounts. */
final class LimitChecks {
    private static final long MOST = 1_000_000_000_000_000L;

    private LimitChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("an order may have 1,000 lines", LimitChecks::lines),
                Clause.of("an account may have 10^15 points", LimitChecks::fortune));
    }

    private static void lines(Trial trial) {
        Order order = Order.of(ANA, "1")
                .currency("GBP")
                .lines(IntStream.range(0, 1_000)
                        .mapToObj(number -> OrderLine.of("sku-" + number, "1.05"))
                        .toList());
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        Expect.kind("the order", Outcome.Applied.class, loyalty.purchase(order));
        Expect.equal("points", 1_050L, loyalty.account(ANA).available());
        Expect.kind("its end", Outcome.Applied.class, loyalty.cancel(order));
        trial.proof().of(ANA);
    }

    private static void fortune(Trial trial) {
        LoyaltyProgram program = Shop.waiting()
                .earn("fortune", points(MOST).forActivity("fortune"))
                .build();
        LoyaltyEngine loyalty = trial.engine(program);
        loyalty.record(Activity.once(ANA, "fortune")).receipt();
        trial.clock().passDays(20);
        loyalty.runDue(trial.clock().instant());
        Expect.equal("points", MOST, loyalty.account(ANA).available());
        loyalty.purchase(order(ANA, "1", "1.00", 1).redeem("ten")).receipt();
        Expect.equal("points", MOST - 10, loyalty.account(ANA).available());
        trial.proof().of(ANA);
    }
}
