package io.loyalty4j.program;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.Standing.Rung;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Tells trials that can happen from those that cannot. */
final class Scenes {
    private static final Set<String> KNOWN = Set.of(TierLadder.SPEND, TierLadder.ORDERS);

    private final LoyaltyProgram program;
    private final EarnPlan plan;
    private final Standing.Terms ladder;

    Scenes(LoyaltyProgram program) {
        this.program = program;
        this.plan = program.plan();
        this.ladder = program.ladder();
    }

    Optional<Sample> of(Trial trial) {
        return trial.basket()
                .line(Space.ANYTHING)
                .filter(line -> !trial.moment().local().toInstant().isBefore(program.inForceFrom()))
                .filter(line -> possible(trial.person(), line))
                .filter(plan::counts)
                .map(line -> Sample.of(program, trial, line));
    }

    /**
     * Who has no earlier order has no tier by one, unless returned orders leave it, or activities lead to it; an order that crosses a threshold may be of the new
     * tier. What a measure of one's own says of an order is not known.
     */
    private boolean possible(Person person, OrderLine line) {
        boolean crossing = program.policy(CrossingOrder.class) == CrossingOrder.NEW_TIER && !ladder.startsNext();
        boolean known = KNOWN.contains(ladder.measure());
        int reached = crossing && known ? reached(program.tiers().qualifying(line)) : 0;
        int tier = ladder.rungs().stream().map(Rung::tier).toList().indexOf(person.tier());
        boolean tierless = person.earlierOrders() == 0 && program.policy(TierOnReturn.class) == TierOnReturn.RECHECKED;
        boolean anyTier = ladder.measure().equals(TierLadder.POINTS) || (crossing && !known);
        return (tierless && !anyTier) ? tier == reached : tier >= reached;
    }

    private int reached(BigDecimal amount) {
        int highest = 0;
        for (int i = 0; i < ladder.rungs().size(); i++) {
            highest = ladder.rungs().get(i).from().compareTo(amount) <= 0 ? i : highest;
        }
        return highest;
    }
}
