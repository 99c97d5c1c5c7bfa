package io.loyalty4j.program;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Limit;
import io.loyalty4j.program.MomentTerms.Bound;
import io.loyalty4j.program.MomentTerms.Over;
import io.loyalty4j.shop.Window;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A limit of a moment: times per period are counted where it is told, all else where its gift is booked. */
record MomentLimit(String clause, BiFunction<EarnRule, Long, Limit<EarnRule>> how, long most, Moment moment)
        implements Limit<Moment> {
    @Override
    public Moment perOrder() {
        return within(Over.ORDER, rule -> how.apply(rule, most).perOrder());
    }

    @Override
    public Moment per(Window window) {
        return clause.equals("atMostTimes")
                ? new Moment(moment.terms().atMost(new Moment.Times(most, window)))
                : within(Over.PERIOD, rule -> how.apply(rule, most).per(window));
    }

    @Override
    public Moment inAll() {
        return within(Over.ALL, rule -> how.apply(rule, most).inAll());
    }

    private Moment within(Over over, UnaryOperator<EarnRule> onto) {
        return new Moment(moment.terms().within(new Bound(clause, most, over, onto)));
    }
}
