package io.loyalty4j.insight;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Points that moved, by what became of them. Immutable.
 *
 * @param points more than 0 each; what did not happen is left out
 */
public record Flows(Map<Movement, Long> points) {
    static final Flows NONE = new Flows(Map.of());

    /**
     * Leaves out what is zero.
     *
     * @throws IllegalArgumentException if points are below 0
     */
    public Flows {
        Map<Movement, Long> copy = new EnumMap<>(Movement.class);
        points.forEach((movement, moved) -> {
            if (moved < 0) {
                throw new IllegalArgumentException(moved + " points " + movement.word());
            }
            if (moved > 0) {
                copy.put(movement, moved);
            }
        });
        points = Collections.unmodifiableMap(copy);
    }

    /** Points of one kind, 0 or more. */
    public long of(Movement movement) {
        return points.getOrDefault(movement, 0L);
    }

    /** What people of the shop gave less what they took; may be below 0. */
    public long adjusted() {
        return Math.subtractExact(of(Movement.ADDED), of(Movement.WITHDRAWN));
    }

    /** Issued and added, less what was revoked and withdrawn; may be below 0. What came from other members was given to those. */
    public long given() {
        return Math.addExact(Math.subtractExact(of(Movement.ISSUED), of(Movement.REVOKED)), adjusted());
    }

    /** By how much all that members have grew; may be below 0. */
    public long net() {
        long net = 0;
        for (Map.Entry<Movement, Long> each : points.entrySet()) {
            net = Math.addExact(net, each.getKey().sign() * each.getValue());
        }
        return net;
    }

    /** Both together. */
    public Flows plus(Flows other) {
        Map<Movement, Long> sum = new EnumMap<>(Movement.class);
        sum.putAll(points);
        other.points.forEach((movement, moved) -> sum.merge(movement, moved, Math::addExact));
        return new Flows(sum);
    }
}
