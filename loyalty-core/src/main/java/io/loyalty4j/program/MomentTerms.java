package io.loyalty4j.program;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Season;
import io.loyalty4j.shop.Absence;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Copies;
import io.loyalty4j.shop.DormantAfter;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What a moment says.
 *
 * @param coolingOff how long before a birthday it must have been known
 * @param gifts what it gives, before its limits; more than one is a mistake
 * @param bounds of the gift
 */
record MomentTerms(
        Moment.Kind kind,
        Span span,
        Condition<Occasion> when,
        Season season,
        List<Moment.Times> times,
        Period coolingOff,
        List<Gift> gifts,
        List<Bound> bounds) {
    /** The clause of a gift that chance draws. */
    static final String DRAW = "drawing";

    /** How far it is from what it is about. */
    record Span(Duration pause, Period period, OptionalInt rhythm, Optional<Absence> own) {
        static final Span NONE = new Span(Duration.ZERO, Period.ZERO, OptionalInt.empty(), Optional.empty());

        static Span of(Duration pause) {
            return new Span(pause, Period.ZERO, OptionalInt.empty(), Optional.empty());
        }

        static Span of(Period period) {
            return new Span(Duration.ZERO, period, OptionalInt.empty(), Optional.empty());
        }

        static Span of(int times) {
            return new Span(Duration.ZERO, Period.ZERO, OptionalInt.of(times), Optional.empty());
        }

        static Span of(Absence own) {
            return new Span(Duration.ZERO, Period.ZERO, OptionalInt.empty(), Optional.of(own));
        }

        /** From when on a member is dormant. */
        Absence absence() {
            return own.orElseGet(() -> new DormantAfter(period, rhythm.orElse(0)));
        }
    }

    /** What it gives, and the clause that says so. */
    record Gift(String clause, EarnRule rule) {}

    /** A limit of the gift. */
    record Bound(String clause, long most, Over over, UnaryOperator<EarnRule> onto) {}

    /** Over what a limit counts; an order means nothing, for a moment is none. */
    enum Over {
        ORDER,
        PERIOD,
        ALL
    }

    static MomentTerms of(Moment.Kind kind, Span span) {
        return new MomentTerms(
                kind, span, Condition.always(), Season.ALWAYS, List.of(), Period.ZERO, List.of(), List.of());
    }

    MomentTerms when(Condition<Occasion> condition) {
        return new MomentTerms(kind, span, condition, season, times, coolingOff, gifts, bounds);
    }

    MomentTerms during(Season when) {
        return new MomentTerms(kind, span, this.when, when, times, coolingOff, gifts, bounds);
    }

    MomentTerms coolingOff(Period time) {
        return new MomentTerms(kind, span, when, season, times, time, gifts, bounds);
    }

    MomentTerms giving(String clause, EarnRule rule) {
        List<Gift> all = Copies.plus(gifts, new Gift(clause, rule));
        return new MomentTerms(kind, span, when, season, times, coolingOff, all, bounds);
    }

    MomentTerms atMost(Moment.Times most) {
        return new MomentTerms(kind, span, when, season, Copies.plus(times, most), coolingOff, gifts, bounds);
    }

    MomentTerms within(Bound bound) {
        return new MomentTerms(kind, span, when, season, times, coolingOff, gifts, Copies.plus(bounds, bound));
    }

    /** The gift within its limits; what chance draws is told by what it was. */
    Optional<EarnRule> gift() {
        return gifts.stream().findFirst().map(gift -> {
            EarnRule rule = gift.rule();
            for (Bound bound : bounds) {
                rule = bound.onto().apply(rule);
            }
            return gift.clause().equals(DRAW) ? rule : rule.describedAs(MomentWords.of(this));
        });
    }
}
