package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.Flows;
import io.loyalty4j.insight.MonthEnd;
import io.loyalty4j.insight.Movement;
import io.loyalty4j.insight.RollForward;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What became of the points that were given. Rates are in percent with two decimals, half up; empty where nothing was given, or ended.
 *
 * @param given less what was taken back; may be below 0
 * @param redeemed less what was given back with returns
 * @param expired less what was brought back
 */
record Fate(long given, long redeemed, long expired) {
    static Fate of(Trial trial) {
        return of(trial.all().flows());
    }

    /** From the beginning to a month's end. */
    static Fate until(Trial trial, MonthEnd until) {
        return of(trial.months().stream()
                .filter(month -> !month.month().isAfter(until.month()))
                .map(month -> month.period().rollForward())
                .reduce(RollForward::then)
                .orElseThrow()
                .flows());
    }

    private static Fate of(Flows flows) {
        return new Fate(
                flows.given(),
                flows.of(Movement.REDEEMED) - flows.of(Movement.RESTORED),
                flows.of(Movement.EXPIRED) - flows.of(Movement.REINSTATED));
    }

    Optional<BigDecimal> redeemedOfGiven() {
        return percent(redeemed, given);
    }

    Optional<BigDecimal> expiredOfGiven() {
        return percent(expired, given);
    }

    /** Of the points whose fate is known: what {@code --redemption} expects of the others. */
    Optional<BigDecimal> redeemedOfEnded() {
        return percent(redeemed, redeemed + expired);
    }

    private static Optional<BigDecimal> percent(long some, long all) {
        return all <= 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(some)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP));
    }
}
