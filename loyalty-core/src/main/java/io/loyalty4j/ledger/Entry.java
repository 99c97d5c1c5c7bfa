package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Bucket.REVOKED;
import static io.loyalty4j.ledger.Bucket.TRANSFERRED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Points of one lot moved from one bucket to another, so that nothing is created or lost. Only the moves that mean something exist.
 *
 * @param points more than 0
 */
public record Entry(String lot, Bucket from, Bucket to, long points) {
    private static final Map<Bucket, Set<Bucket>> MOVES = Map.of(
            ISSUED, EnumSet.of(PENDING, AVAILABLE),
            PENDING, EnumSet.of(AVAILABLE, REVOKED),
            AVAILABLE, EnumSet.of(HELD, EXPIRED, REVOKED, TRANSFERRED, DEBT),
            HELD, EnumSet.of(REDEEMED, AVAILABLE),
            REDEEMED, EnumSet.of(AVAILABLE),
            EXPIRED, EnumSet.of(REVOKED, AVAILABLE),
            TRANSFERRED, EnumSet.of(AVAILABLE),
            DEBT, EnumSet.of(REVOKED, REDEEMED, TRANSFERRED));

    /**
     * Checks that it is a move that exists.
     *
     * @throws IllegalArgumentException if the points are not positive, or there is no such move
     */
    public Entry {
        if (points <= 0 || !MOVES.getOrDefault(from, Set.of()).contains(to)) {
            throw new IllegalArgumentException(
                    "no entry moves " + points + " points of " + lot + " from " + from + " to " + to);
        }
    }

    /** Every move that exists: what each bucket's points may become. */
    public static Map<Bucket, Set<Bucket>> moves() {
        return MOVES;
    }
}
