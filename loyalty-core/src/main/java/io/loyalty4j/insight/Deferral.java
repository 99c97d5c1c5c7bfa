package io.loyalty4j.insight;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was allocated to points and becomes revenue as they are redeemed, measured against all that are expected to be redeemed, so that breakage is recognised
 * in proportion. A new estimate changes what was recognised so far at once, in the period in which the estimate changes (catch-up). IFRS 15 paragraphs B44 to
 * B47 and Example 52; ASC 606-10-55-46 to 49.
 *
 * <p>{@code recognised so far = allocated x redeemed in all / expected to be redeemed in all}, once rounded half up to the unit of what was allocated, so that
 * periods add up to the whole.
 *
 * @param allocated to points, zero or more
 * @param redeemed of them in all, so far
 * @param expected to be redeemed in all: those that were, and those that still will be
 */
public record Deferral(Money allocated, long redeemed, long expected) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the amount or a number is below zero, or more were redeemed than are expected to be
     */
    public Deferral {
        Bounds.check(allocated.amount().signum() >= 0, allocated + " allocated to points");
        Bounds.check(
                0 <= redeemed && redeemed <= expected,
                redeemed + " points redeemed where " + expected + " are expected to be");
    }

    /** What has become revenue. Where no more points are expected, that is all of it. */
    public Money recognised() {
        if (redeemed == expected) {
            return allocated;
        }
        BigDecimal amount = allocated.amount();
        BigDecimal share = amount.multiply(BigDecimal.valueOf(redeemed))
                .divide(BigDecimal.valueOf(expected), amount.scale(), RoundingMode.HALF_UP);
        return new Money(share, allocated.currency());
    }

    /** The liability that is left. */
    public Money deferred() {
        return allocated.minus(recognised());
    }

    /**
     * Revenue of the period that began so and ends like this; below zero if fewer points are redeemed than it seemed, or more are expected.
     *
     * @throws IllegalArgumentException if what was allocated is not the same
     */
    public Money revenueSince(Deferral before) {
        Bounds.check(
                before.allocated.equals(allocated), before.allocated + " and " + allocated + " are not one deferral");
        return recognised().minus(before.recognised());
    }
}
