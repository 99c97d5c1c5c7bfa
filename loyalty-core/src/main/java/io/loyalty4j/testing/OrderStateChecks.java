package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.Order;
import java.util.List;
import java.util.Optional;

/** A decision is handed its order's position and lots. */
final class OrderStateChecks {
    private OrderStateChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a decision is handed the order's position, and no other's", OrderStateChecks::position),
                Clause.of("a decision is handed the closed lots of its order", OrderStateChecks::closedLots));
    }

    private static void position(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        loyalty.purchase(order(ANA, "1"));
        loyalty.purchase(order(ANA, "2", "3.00", 1));
        for (String id : List.of("1", "2")) {
            Expect.equal(
                    "the order " + id,
                    Optional.of(id),
                    trial.proof().look(ANA, id).order().map(known -> known.order()));
        }
        Expect.that("no order 3", trial.proof().look(ANA, "3").order().isEmpty());
        trial.proof().of(ANA);
    }

    private static void closedLots(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(WAITING);
        Order first = order(ANA, "1");
        loyalty.purchase(first);
        loyalty.purchase(order(ANA, "2"));
        trial.clock().passDays(500);
        loyalty.runDue(trial.clock().instant());
        Expect.equal(
                "open lots",
                List.of(),
                Expect.there("the account", trial.store().find(ANA)).lots());
        Expect.equal(
                "lots of the order", 1, trial.proof().look(ANA, "1").namedLots().size());
        Expect.equal(
                "points that go with the order",
                40L,
                loyalty.cancel(first).receipt().revoked());
        Expect.equal("debt", 0L, loyalty.account(ANA).debt());
        trial.proof().of(ANA);
    }
}
