package io.loyalty4j.insight;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;

/**
 * What outstanding points are expected to cost: points x the worth of one x the share of them that is expected to be redeemed. Exact, never rounded. The
 * rest of the share is breakage. What members owe is not taken off, for nobody has to pay it.
 *
 * @param points outstanding: pending, available and held
 * @param worthOfAPoint 0 or more
 * @param expectedRedemption 0 to 1
 */
public record Liability(long points, Money worthOfAPoint, BigDecimal expectedRedemption) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is out of its bounds
     */
    public Liability {
        Bounds.check(points >= 0, points + " points outstanding");
        Bounds.check(worthOfAPoint.amount().signum() >= 0, "a point worth " + worthOfAPoint);
        expectedRedemption = Bounds.share(expectedRedemption);
    }

    /** With the share as it is written: {@code "0.85"}. */
    public static Liability of(long points, Money worthOfAPoint, String expectedRedemption) {
        return new Liability(points, worthOfAPoint, Bounds.share(expectedRedemption));
    }

    /** What is owed. */
    public Money amount() {
        return times(expectedRedemption);
    }

    /** What is not expected to be asked for. */
    public Money breakage() {
        return times(BigDecimal.ONE.subtract(expectedRedemption));
    }

    private Money times(BigDecimal share) {
        BigDecimal all = worthOfAPoint.amount().multiply(BigDecimal.valueOf(points));
        return new Money(all.multiply(share), worthOfAPoint.currency());
    }
}
