package io.loyalty4j.program;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Season;
import io.loyalty4j.shop.Condition;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a moment says.
 *
 * @param coolingOff how long before a birthday it must have been known
 * @param gift what it gives, before its limits
 * @param limits of the gift
 */
record MomentTerms(
        Moment.Kind kind,
        Span span,
        Condition<Occasion> when,
        Season season,
        List<Moment.Times> times,
        Period coolingOff,
        Optional<EarnRule> gift,
        List<UnaryOperator<EarnRule>> limits) {
    /** How far it is from what it is about. */
    record Span(Duration pause, Period period, int rhythm) {
        static final Span NONE = new Span(Duration.ZERO, Period.ZERO, 0);
    }

    MomentTerms when(Condition<Occasion> condition) {
        return new MomentTerms(kind, span, condition, season, times, coolingOff, gift, limits);
    }

    MomentTerms during(Season when) {
        return new MomentTerms(kind, span, this.when, when, times, coolingOff, gift, limits);
    }

    MomentTerms coolingOff(Period time) {
        return new MomentTerms(kind, span, when, season, times, time, gift, limits);
    }

    MomentTerms giving(EarnRule rule) {
        return new MomentTerms(kind, span, when, season, times, coolingOff, Optional.of(rule), limits);
    }

    MomentTerms atMost(Moment.Times most) {
        List<Moment.Times> all = new ArrayList<>(times);
        all.add(most);
        return new MomentTerms(kind, span, when, season, List.copyOf(all), coolingOff, gift, limits);
    }

    MomentTerms limited(UnaryOperator<EarnRule> limit) {
        List<UnaryOperator<EarnRule>> all = new ArrayList<>(limits);
        all.add(limit);
        return new MomentTerms(kind, span, when, season, times, coolingOff, gift, List.copyOf(all));
    }
}
