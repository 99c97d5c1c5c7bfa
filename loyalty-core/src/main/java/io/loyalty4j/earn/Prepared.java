package io.loyalty4j.earn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * A rule made ready.
 *
 * @param begin the first instant at which it is good
 * @param end the first at which it is good no more
 * @param kinds the activities it is about, {@link Tracked#ORDERS} for orders, {@link Tracked#ANYTHING} for all
 */
record Prepared(String id, Clauses clauses, Instant begin, Instant end, Set<String> kinds) {
    static Prepared of(String id, EarnRule rule, ZoneId zone) {
        Clauses clauses = rule.clauses();
        return new Prepared(
                id, clauses, clauses.season().begin(zone), clauses.season().end(zone), kinds(clauses));
    }

    static Set<String> kinds(Clauses clauses) {
        Set<String> own = clauses.formula() instanceof Tracked tracked ? tracked.kinds() : Set.of();
        return own.isEmpty() ? Set.of(clauses.activity().orElse(Tracked.ORDERS)) : own;
    }

    boolean budgeted() {
        return clauses.caps().stream().anyMatch(Cap::shared);
    }

    boolean about(String kind) {
        return kinds.contains(kind) || (kinds.contains(Tracked.ANYTHING) && !reserved(kind));
    }

    /** Whether an activity of a kind is the engine's own, and no act of the member. */
    static boolean reserved(String kind) {
        return kind.startsWith("~");
    }

    boolean goodAt(Instant at) {
        return !at.isBefore(begin) && at.isBefore(end);
    }
}
