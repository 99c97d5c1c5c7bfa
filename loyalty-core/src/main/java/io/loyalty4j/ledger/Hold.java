package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points that an order has reserved for a reward, in the lots they came from.
 *
 * @param benefit what the order gets for it, whatever the program says by then
 * @param piece of what all members share, if it takes one
 * @param until the first instant at which it no longer holds
 * @param voucher that it takes besides, by its counter, with the hash of its code if that was typed
 */
public record Hold(
        String id,
        String order,
        String reward,
        List<Part> parts,
        Benefit benefit,
        Optional<Piece> piece,
        Instant until,
        Optional<String> voucher) {
    public Hold {
        parts = List.copyOf(parts);
    }

    public long points() {
        return parts.stream().mapToLong(Part::points).sum();
    }

    /** What the order is paid with once it is captured. */
    Paid asPaid() {
        return new Paid(reward, points(), benefit, piece);
    }

    /** The same, knowing that a lot of it has lapsed and was given grace for other points of it. */
    Hold lapsedIn(String lot) {
        return with(
                parts.stream()
                        .map(part -> part.lot().equals(lot) ? new Part(lot, part.points(), true) : part)
                        .toList(),
                benefit);
    }

    /** Why so many of its points cannot be captured alone: they are worth no whole number of the smallest coins; empty if they can. */
    Optional<Refusal> refusalOf(long asked, int scale) {
        if (asked >= points()) {
            return Optional.empty();
        }
        BigInteger coins = benefit.amount().movePointRight(scale).toBigInteger();
        long step = points()
                / coins.gcd(BigInteger.valueOf(points())).max(BigInteger.ONE).longValueExact();
        return asked % step != 0
                ? Optional.of(new RewardRefusal.PointsNotAccepted(reward, asked, step, points(), step))
                : Optional.empty();
    }

    /** The points that were held first, and what they are worth of a payment. */
    Hold first(long asked, int scale) {
        List<Part> some = new ArrayList<>();
        long left = asked;
        for (Part part : parts) {
            long taken = Math.min(left, part.points());
            if (taken > 0) {
                some.add(new Part(part.lot(), taken, part.lapsed()));
                left -= taken;
            }
        }
        BigDecimal share = benefit.amount()
                .multiply(BigDecimal.valueOf(asked))
                .divide(BigDecimal.valueOf(points()), scale, RoundingMode.DOWN);
        return with(some, benefit.of(share));
    }

    /** What is left without the points that were held first; empty if nothing is. */
    Optional<Hold> without(Hold first) {
        List<Part> rest = new ArrayList<>();
        long skipped = first.points();
        for (Part part : parts) {
            long left = part.points() - Math.min(skipped, part.points());
            skipped -= part.points() - left;
            if (left > 0) {
                rest.add(new Part(part.lot(), left, part.lapsed()));
            }
        }
        BigDecimal worth = benefit.amount().subtract(first.benefit.amount());
        return rest.isEmpty() ? Optional.empty() : Optional.of(with(rest, benefit.of(worth)));
    }

    private Hold with(List<Part> others, Benefit other) {
        return new Hold(id, order, reward, others, other, piece, until, voucher);
    }

    /**
     * Points of one lot.
     *
     * @param lapsed whether they keep a date that has passed, though the lot was given a later one
     */
    public record Part(String lot, long points, boolean lapsed) {}
}
