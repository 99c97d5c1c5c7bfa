package io.loyalty4j.examples.whatif;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;

/**
 * What a member was given under two programs: points {@link Given}, whatever became of them, at what a point is worth.
 *
 * @param before points under the first program
 * @param after points under the other one
 * @param more worth of the other ones less worth of the first
 */
record Gain(MemberId member, long before, long after, Money more) {

    static Gain of(MemberId member, long before, long after, Trial first, Trial other) {
        return new Gain(member, before, after, worth(after, other).minus(worth(before, first)));
    }

    private static Money worth(long points, Trial trial) {
        Money one = trial.estimate().worthIn(trial.program());
        return new Money(one.amount().multiply(BigDecimal.valueOf(points)), one.currency());
    }

    /** Below 0 for who loses. */
    BigDecimal amount() {
        return more.amount();
    }

    int direction() {
        return amount().signum();
    }
}
