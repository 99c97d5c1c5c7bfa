package io.loyalty4j.notify;

import java.time.Instant;
import java.util.Comparator;

/**
 * An order of a member.
 *
 * @param order the shop's id
 */
record Placed(String order, Instant at) {
    static final Comparator<Placed> IN_TIME = Comparator.comparing(Placed::at).thenComparing(Placed::order);
}
