package io.loyalty4j.machines;

import io.loyalty4j.shop.Policy.Rounding;
import java.time.Instant;
import java.util.Optional;

/**
 * What shop and member know of an order, without any ledger: some pieces of one kind of goods, and what has come back. Money in cents, points in sixths.
 *
 * @param at when it was bought first
 * @param pieces bought, those that came back included
 * @param asked pieces asked back in all
 * @param reduced money that came back without goods
 * @param off whether it is cancelled
 * @param spentAt since when the points of its reward have been held or spent; empty if it has none
 * @param paid the points of its reward
 * @param ours points of it that nobody may take any more
 */
record Bought(
        Instant at, int pieces, int asked, long reduced, boolean off, Optional<Instant> spentAt, long paid, long ours) {
    static final long SIXTHS = 6;

    int kept() {
        return off ? 0 : pieces - Math.min(asked, pieces);
    }

    /** What earns of the goods that are kept. */
    long basis(boolean onPoints) {
        long discount = onPoints || spentAt.isEmpty() ? 0 : paid * 10;
        long basis = (pieces * House.PRICE * 100 - discount) * kept() / Math.max(1, pieces);
        return Math.max(0, basis - reduced);
    }

    /** The points that the kept goods earn, bought alone. */
    long earned(House house, boolean onPoints) {
        long basis = basis(onPoints);
        long added = house.rounding() == Rounding.UP ? 99 : house.rounding() == Rounding.HALF_UP ? 50 : 0;
        return (basis + added) / 100 + (basis >= House.BIG * 100 ? House.BONUS : 0);
    }

    /** The reward's share in goods that are kept. */
    long discount() {
        return spentAt.isEmpty() || off ? 0 : paid * SIXTHS * kept() / pieces;
    }

    Bought returning(int more) {
        return new Bought(at, pieces, asked + more, reduced, off, spentAt, paid, ours);
    }

    Bought reducedBy(long cents) {
        return new Bought(at, pieces, asked, reduced + cents, off, spentAt, paid, ours);
    }

    Bought cancelled() {
        return new Bought(at, pieces, asked, reduced, true, spentAt, paid, ours);
    }

    Bought settled(long points) {
        return new Bought(at, pieces, asked, reduced, off, spentAt, paid, points);
    }
}
