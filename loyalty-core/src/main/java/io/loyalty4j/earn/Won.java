package io.loyalty4j.earn;

import io.loyalty4j.earn.BuiltIn.Fixed;
import io.loyalty4j.earn.BuiltIn.Multiplied;
import io.loyalty4j.earn.Goal.What;
import io.loyalty4j.earn.HistoryConditions.EveryNthOrder;
import io.loyalty4j.earn.HistoryConditions.NthOrder;
import io.loyalty4j.earn.HistoryConditions.OrdersFrom;
import io.loyalty4j.earn.OccasionConditions.InTier;
import io.loyalty4j.shop.Condition;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule gives for several orders together, in words: the return of one takes nothing of it from another. */
final class Won {
    private Won() {}

    static Optional<String> by(Clauses rule, Atoms atoms, String base) {
        return byCounting(rule.formula())
                .or(() -> byNumber(rule.formula(), atoms))
                .or(() -> byFactor(rule.formula(), base))
                .or(() -> byTier(rule.formula(), atoms, base));
    }

    private static Optional<String> byCounting(Formula formula) {
        if (formula instanceof Stamping card && card.size() > 1) {
            return Optional.of(gift(card.worth(), card.reward()) + " for a full card stay when all but one of its "
                    + card.size() + " stamps come back with other orders");
        }
        if (formula instanceof Challenging challenge
                && challenge.goals().stream().anyMatch(Won::needsSeveral)) {
            return Optional.of(gift(challenge.worth(), challenge.reward()) + " for " + challenge.describeGoals()
                    + " stay when all orders but the last come back");
        }
        return Optional.empty();
    }

    private static boolean needsSeveral(Goal goal) {
        return goal.what() == What.SPENDING
                || goal.what() == What.EARNING
                || (goal.what() == What.ORDERS && goal.needed() > 1);
    }

    private static String gift(long worth, Optional<String> reward) {
        return reward.map(code -> "the reward " + code).orElseGet(() -> points(worth));
    }

    private static String points(long points) {
        return points == 1 ? "1 point" : points + " points";
    }

    private static Optional<String> byNumber(Formula formula, Atoms atoms) {
        Stream<Condition<Occasion>> nth =
                atoms.of(NthOrder.class).filter(one -> one.n() > 1).map(one -> one);
        Stream<Condition<Occasion>> every =
                atoms.of(EveryNthOrder.class).filter(one -> one.n() > 1).map(one -> one);
        Stream<Condition<Occasion>> from = atoms.of(OrdersFrom.class).map(one -> one);
        return Stream.concat(nth, Stream.concat(every, from))
                .findFirst()
                .map(condition ->
                        what(formula) + " for " + condition.describe() + " stays when all orders before come back");
    }

    private static String what(Formula formula) {
        return formula instanceof Fixed fixed ? "what it gives (" + points(fixed.points()) + ")" : "what it gives";
    }

    private static Optional<String> byFactor(Formula formula, String base) {
        return formula instanceof Multiplied factor
                ? factor.byTier().entrySet().stream()
                        .filter(tier -> !tier.getKey().equals(base))
                        .filter(tier -> new BigDecimal(tier.getValue()).compareTo(new BigDecimal(factor.factor())) > 0)
                        .max(Comparator.comparing((Map.Entry<String, String> tier) -> new BigDecimal(tier.getValue())))
                        .map(tier -> tier.getValue() + " times the points of " + tier.getKey()
                                + " stay on what was bought in it when the orders that led there come back")
                : Optional.empty();
    }

    private static Optional<String> byTier(Formula formula, Atoms atoms, String base) {
        return atoms.of(InTier.class)
                .filter(in -> !in.anyOf().contains(base))
                .findFirst()
                .map(in -> what(formula) + " in " + in.describe() + " stays when the orders that led there come back");
    }
}
