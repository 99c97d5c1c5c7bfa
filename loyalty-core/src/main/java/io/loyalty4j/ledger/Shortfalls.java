package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.earn.Counter;
import java.util.List;
import java.util.Optional;

/** Points that returns called for and could not get, in a counter for each order: points that are freed go for them. */
final class Shortfalls {
    private static final String OWED = "owed/";

    private Shortfalls() {}

    static boolean is(String counter) {
        return counter.startsWith(OWED);
    }

    static String counter(String order) {
        return OWED + order;
    }

    static String order(String counter) {
        return counter.substring(OWED.length());
    }

    static void set(Draft draft, String order, long points) {
        if (points > 0 || draft.counted(counter(order)) > 0) {
            draft.set(counter(order), new Counter(points, Optional.empty(), Optional.empty()));
        }
    }

    /** Takes them from points that have become available in a lot, and tells how many are left. */
    static long collect(Draft draft, String lot, long points) {
        long left = points;
        for (String name : List.copyOf(draft.counters().keySet())) {
            long taken = is(name) ? Math.min(left, draft.counted(name)) : 0;
            draft.move(lot, AVAILABLE, REVOKED, taken);
            draft.uncount(name, taken);
            left -= taken;
        }
        return left;
    }
}
