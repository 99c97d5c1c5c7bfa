package io.loyalty4j.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Points that an order has reserved for a reward, in the lots they came from.
 *
 * @param worth what the reward takes off the order, whatever the program says by then
 * @param until the first instant at which it no longer holds
 */
public record Hold(String id, String order, String reward, List<Part> parts, BigDecimal worth, Instant until) {
    public Hold {
        parts = List.copyOf(parts);
    }

    public long points() {
        return parts.stream().mapToLong(Part::points).sum();
    }

    /** The same, knowing that a lot of it has lapsed and was given grace for other points of it. */
    Hold lapsedIn(String lot) {
        List<Part> marked = parts.stream()
                .map(part -> part.lot().equals(lot) ? new Part(lot, part.points(), true) : part)
                .toList();
        return new Hold(id, order, reward, marked, worth, until);
    }

    /**
     * Points of one lot.
     *
     * @param lapsed whether they keep a date that has passed, though the lot was given a later one
     */
    public record Part(String lot, long points, boolean lapsed) {}
}
