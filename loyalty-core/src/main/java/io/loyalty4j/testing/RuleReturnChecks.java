package io.loyalty4j.testing;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import java.util.List;
import java.util.Map;

/** Returns take back what was given, whatever their order. */
final class RuleReturnChecks {
    private static final long SEED = 20_261_121;

    private RuleReturnChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause(
                        "any partition of returns ends in one state",
                        trial -> trial.onOrders(scene -> partitions(trial, scene))),
                new RuleClause(
                        "returning everything leaves no points and no debt",
                        trial -> trial.onOrders(scene -> everything(trial, scene))),
                new RuleClause("a return never gives points", trial -> trial.onOrders(scene -> never(trial, scene))));
    }

    private static void partitions(RuleTrial trial, RuleScene scene) {
        for (RulePartitions partitions : RulePartitions.of(order(scene), SEED)) {
            RuleReturns atOnce = partitions.atOnce();
            RuleState expected = after(trial, scene, atOnce);
            for (RuleReturns other : partitions.all()) {
                RuleState actual = after(trial, scene, other);
                String what = scene + ", of which comes back " + other + ", not " + atOnce + " (seed " + SEED + ")";
                Expect.equal(what, expected.points(), actual.points());
                expected.expect(what, actual);
            }
        }
    }

    private static RuleState after(RuleTrial trial, RuleScene scene, RuleReturns returns) {
        RuleVisit visit = RuleVisit.to(trial.plain(), scene);
        visit.books(scene.sample());
        returns.refunds(order(scene)).forEach(visit::books);
        return state(visit, scene);
    }

    private static void everything(RuleTrial trial, RuleScene scene) {
        Order order = order(scene);
        RuleVisit visit = RuleVisit.to(trial.plain(), scene);
        RuleState before = state(visit, scene);
        visit.books(order);
        visit.books(order.cancellation());
        Expect.equal(
                scene + ", which is cancelled",
                before.points(),
                state(visit, scene).points());
        Map<String, Integer> whole = RuleReturns.whole(order);
        if (!whole.isEmpty()) {
            RuleState after = after(trial, scene, new RuleReturns(List.of(whole)));
            Expect.equal(scene + ", of which all comes back", before.points(), after.points());
        }
    }

    private static void never(RuleTrial trial, RuleScene scene) {
        Order order = order(scene);
        for (RulePartitions partitions : RulePartitions.of(order, SEED)) {
            for (RuleReturns returns : partitions.all()) {
                RuleVisit visit = RuleVisit.to(trial.plain(), scene);
                visit.books(order);
                returns.refunds(order).forEach(refund -> takes(visit, scene, refund, returns));
            }
        }
    }

    private static void takes(RuleVisit visit, RuleScene scene, Refund refund, RuleReturns returns) {
        long before = state(visit, scene).worth();
        visit.books(refund);
        long after = state(visit, scene).worth();
        Expect.that(
                scene + ", of which comes back " + returns + " (seed " + SEED + "): " + refund.id() + " gives "
                        + (after - before) + " points",
                after <= before);
    }

    private static RuleState state(RuleVisit visit, RuleScene scene) {
        return RuleState.of(visit, scene.sample().member(), visit.position(order(scene)));
    }

    private static Order order(RuleScene scene) {
        return scene.order().orElseThrow();
    }
}
