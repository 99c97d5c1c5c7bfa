package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.PointWorth;
import io.loyalty4j.insight.Liability;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What points are expected to cost.
 *
 * @param worth of a point in the programs' currency, as it is written; empty for what each program's own discount gives for it
 * @param redemption the share of points that members are expected to use, from 0 to 1, as it is written
 */
record Estimate(Optional<String> worth, String redemption) {
    static final Estimate USUAL = new Estimate(Optional.empty(), "0.80");

    Money worthIn(LoyaltyProgram program) {
        return worth.map(said -> Money.of(said, program.currency().getCurrencyCode()))
                .orElseGet(() -> PointWorth.in(program).ofOne());
    }

    /** The share that is expected to be redeemed, in percent. */
    BigDecimal percent() {
        BigDecimal percent = new BigDecimal(redemption).movePointRight(2).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale()));
    }

    /** What so many points cost; below 0 where more were taken back than given. */
    Money cost(long points, LoyaltyProgram program) {
        Money one = Liability.of(1, worthIn(program), redemption).amount();
        return new Money(one.amount().multiply(BigDecimal.valueOf(points)), one.currency());
    }
}
