package io.loyalty4j.testing;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Pieces of an order that come back one after the other.
 *
 * @param portions pieces by line
 */
record RuleReturns(List<Map<String, Integer>> portions) {
    private static final int MOST_PORTIONS = 4;

    static Map<String, Integer> whole(Order order) {
        return new TreeMap<>(order.lines().stream().collect(Collectors.toMap(OrderLine::id, OrderLine::quantity)));
    }

    static RuleReturns oneByOne(Map<String, Integer> target) {
        List<Map<String, Integer>> portions = new ArrayList<>();
        target.forEach((line, pieces) -> {
            for (int i = 0; i < pieces; i++) {
                portions.add(0, Map.of(line, 1));
            }
        });
        return new RuleReturns(portions);
    }

    static RuleReturns cut(Map<String, Integer> target, SplittableRandom chance) {
        Map<String, Integer> left = new TreeMap<>(target);
        List<Map<String, Integer>> portions = new ArrayList<>();
        for (int i = chance.nextInt(1, MOST_PORTIONS); i > 0; i--) {
            Map<String, Integer> portion = some(left, chance);
            if (!portion.isEmpty()) {
                portions.add(portion);
                portion.forEach((line, pieces) -> left.merge(line, -pieces, Integer::sum));
            }
        }
        left.values().removeIf(pieces -> pieces == 0);
        if (!left.isEmpty()) {
            portions.add(left);
        }
        return new RuleReturns(portions);
    }

    static Map<String, Integer> some(Map<String, Integer> all, SplittableRandom chance) {
        Map<String, Integer> some = new TreeMap<>();
        all.forEach((line, pieces) -> some.put(line, chance.nextInt(pieces + 1)));
        some.values().removeIf(pieces -> pieces == 0);
        return some;
    }

    List<Refund> refunds(Order order) {
        List<Refund> refunds = new ArrayList<>();
        for (Map<String, Integer> portion : portions) {
            Refund refund = Refund.of(order, "back-" + refunds.size());
            for (Map.Entry<String, Integer> line : portion.entrySet()) {
                refund = refund.line(line.getKey(), line.getValue());
            }
            refunds.add(refund);
        }
        return refunds;
    }

    @Override
    public String toString() {
        return portions.stream()
                .map(portion -> portion.entrySet().stream()
                        .map(line -> line.getValue() + " " + line.getKey())
                        .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", then "));
    }
}
