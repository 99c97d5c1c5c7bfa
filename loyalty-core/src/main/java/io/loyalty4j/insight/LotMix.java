package io.loyalty4j.insight;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.shop.LargestRemainder;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * The points of one lot by the rule that gave them. They cannot be told apart, so an entry moves of each rule's in proportion to what it has where they come
 * from, by largest remainder.
 */
final class LotMix {
    private final SortedMap<String, Points> rules = new TreeMap<>();

    /** All of one rule. */
    static LotMix of(Lot lot, String rule) {
        Points points = new Points();
        points.buckets.putAll(lot.points());
        LotMix mix = new LotMix();
        mix.rules.put(rule, points);
        return mix;
    }

    /** What a rule gave. */
    void give(String rule, Entry entry, long points) {
        rules.computeIfAbsent(rule, id -> new Points()).move(entry, points);
    }

    /** Gives what it moves of each rule's. */
    void move(Entry entry, ObjLongConsumer<String> moved) {
        Iterator<Long> parts = spread(entry.points(), weights(entry)).iterator();
        rules.forEach((rule, points) -> {
            long part = parts.next();
            if (part > 0) {
                points.move(entry, part);
                moved.accept(rule, part);
            }
        });
    }

    /** What it moves has been there, as far as is known; what is owed never was, and is owed of all that was given. */
    private List<Long> weights(Entry entry) {
        List<Long> there = rules.values().stream()
                .map(points -> Math.max(0, points.in(entry.from())))
                .toList();
        boolean enough = there.stream().mapToLong(Long::longValue).sum() >= entry.points();
        return enough && entry.from() != Bucket.DEBT
                ? there
                : rules.values().stream()
                        .map(points -> -points.in(Bucket.ISSUED))
                        .toList();
    }

    /** In proportion to weights of which one is above zero. */
    static List<Long> spread(long points, List<Long> weights) {
        return weights.size() == 1
                ? List.of(points)
                : LargestRemainder.spread(
                                BigDecimal.valueOf(points),
                                weights.stream().map(BigDecimal::valueOf).toList(),
                                0)
                        .stream()
                        .map(BigDecimal::longValueExact)
                        .toList();
    }

    /** Points of one rule, by where they are. */
    private static final class Points {
        private final Map<Bucket, Long> buckets = new EnumMap<>(Bucket.class);

        long in(Bucket bucket) {
            return buckets.getOrDefault(bucket, 0L);
        }

        void move(Entry entry, long points) {
            buckets.merge(entry.from(), -points, Math::addExact);
            buckets.merge(entry.to(), points, Math::addExact);
        }
    }
}
