package io.loyalty4j.program;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Limit;
import io.loyalty4j.shop.Window;
import java.util.function.BiFunction;

/** A limit of a moment: times per period are counted where it is told, all else where its gift is booked. */
record MomentLimit(BiFunction<EarnRule, Long, Limit<EarnRule>> how, long most, boolean times, Moment moment)
        implements Limit<Moment> {
    @Override
    public Moment perOrder() {
        return new Moment(moment.terms().limited(rule -> how.apply(rule, most).perOrder()));
    }

    @Override
    public Moment per(Window window) {
        return times
                ? new Moment(moment.terms().atMost(new Moment.Times(most, window)))
                : new Moment(
                        moment.terms().limited(rule -> how.apply(rule, most).per(window)));
    }

    @Override
    public Moment inAll() {
        return new Moment(moment.terms().limited(rule -> how.apply(rule, most).inAll()));
    }
}
