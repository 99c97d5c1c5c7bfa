package io.loyalty4j.ledger;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.ledger.OrderPosition.Counting;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;

/** What an order or an activity counts for tiers, under the measure that it was booked with. A function of what is left of it. */
final class Qualified {
    private Qualified() {}

    /** As far as it has not come back. */
    static BigDecimal of(OrderPosition position) {
        return of(position, position.remaining());
    }

    /** As if nothing had come back. */
    static BigDecimal asBooked(OrderPosition position) {
        return of(position, Remaining.asBooked(position));
    }

    private static BigDecimal of(OrderPosition position, Remaining left) {
        return position.terms()
                .flatMap(Terms::counting)
                .map(Counting::measure)
                .map(measure -> of(measure, left, position.terms().orElseThrow().calculation()))
                .orElse(BigDecimal.ZERO);
    }

    static BigDecimal of(String measure, Remaining left, Calculation calculation) {
        return measure.equals(TierLadder.POINTS)
                ? BigDecimal.valueOf(calculation.points(left.qualifyingLines()))
                : of(measure, left);
    }

    /** Where no points count. */
    static BigDecimal of(String measure, Remaining left) {
        return switch (measure) {
            case TierLadder.SPEND -> left.qualifying(true);
            case TierLadder.ORDERS -> left.qualified().findAny().isPresent() ? BigDecimal.ONE : BigDecimal.ZERO;
            default -> left.qualifying(false);
        };
    }
}
