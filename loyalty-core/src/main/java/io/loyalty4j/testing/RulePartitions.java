package io.loyalty4j.testing;

import io.loyalty4j.shop.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Ways in which the same pieces of an order come back.
 *
 * @param all the first is at once
 */
record RulePartitions(List<RuleReturns> all) {
    private static final int CUTS = 3;
    private static final int FEW_PIECES = 12;

    /** Of all of the order, and of some of it. */
    static List<RulePartitions> of(Order order, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Map<String, Integer> whole = RuleReturns.whole(order);
        List<Map<String, Integer>> targets = List.of(whole, RuleReturns.some(whole, chance));
        return targets.stream()
                .filter(target -> !target.isEmpty())
                .map(target -> of(target, chance))
                .toList();
    }

    private static RulePartitions of(Map<String, Integer> target, SplittableRandom chance) {
        List<RuleReturns> all = new ArrayList<>(List.of(new RuleReturns(List.of(target))));
        if (target.values().stream().mapToLong(Integer::longValue).sum() <= FEW_PIECES) {
            all.add(RuleReturns.oneByOne(target));
        }
        for (int i = 0; i < CUTS; i++) {
            all.add(RuleReturns.cut(target, chance));
        }
        return new RulePartitions(all);
    }

    RuleReturns atOnce() {
        return all.get(0);
    }
}
