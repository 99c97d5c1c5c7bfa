package io.loyalty4j.program;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Tells trials that can happen from those that cannot. */
final class Scenes {
    private final LoyaltyProgram program;
    private final EarnPlan plan;
    private final List<Standing.Rung> rungs;

    Scenes(LoyaltyProgram program) {
        this.program = program;
        this.plan = program.plan();
        this.rungs = program.ladder().rungs();
    }

    Optional<Sample> of(Trial trial) {
        return trial.basket()
                .line(Space.ANYTHING)
                .filter(line -> !trial.moment().local().toInstant().isBefore(program.inForceFrom()))
                .filter(line -> possible(trial.person(), line))
                .filter(plan::counts)
                .map(line -> Sample.of(program, trial, line));
    }

    /** Who has no earlier order has no tier by one, unless returned orders leave it; an order that crosses a threshold may be of the new tier. */
    private boolean possible(Person person, OrderLine line) {
        boolean crossing = program.policy(CrossingOrder.class) == CrossingOrder.NEW_TIER;
        int reached = crossing ? reached(line.amount()) : 0;
        int tier = index(person.tier());
        boolean tierless = person.earlierOrders() == 0 && program.policy(TierOnReturn.class) == TierOnReturn.RECHECKED;
        return tierless ? tier == reached : tier >= reached;
    }

    private int reached(BigDecimal amount) {
        int highest = 0;
        for (int i = 0; i < rungs.size(); i++) {
            highest = rungs.get(i).from().compareTo(amount) <= 0 ? i : highest;
        }
        return highest;
    }

    private int index(String tier) {
        return rungs.stream().map(Standing.Rung::tier).toList().indexOf(tier);
    }
}
