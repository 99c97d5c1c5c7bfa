package io.loyalty4j.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Points that an order has reserved for a reward, in the lots they came from.
 *
 * @param worth what the reward takes off the order, whatever the program says by then
 * @param until the first instant at which it no longer holds
 * @param voucher that it takes besides, by its counter, with the hash of its code if that was typed
 */
public record Hold(
        String id,
        String order,
        String reward,
        List<Part> parts,
        BigDecimal worth,
        Instant until,
        Optional<String> voucher) {
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
        return new Hold(id, order, reward, marked, worth, until, voucher);
    }

    /**
     * Points of one lot.
     *
     * @param lapsed whether they keep a date that has passed, though the lot was given a later one
     */
    public record Part(String lot, long points, boolean lapsed) {}
}
