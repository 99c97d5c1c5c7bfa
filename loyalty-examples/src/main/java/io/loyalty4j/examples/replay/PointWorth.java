package io.loyalty4j.examples.replay;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;

/** What points are worth to the member who spends them on the cheapest discount of the program. */
public record PointWorth(Currency currency, Optional<Reward> cheapest) {
    private static final int DECIMALS = 6;

    public static PointWorth in(LoyaltyProgram program) {
        Optional<Reward> cheapest = program.rewards().values().stream()
                .filter(reward -> reward.points() > 0 && reward.worth().signum() > 0)
                .min(Comparator.comparingLong(Reward::points));
        return new PointWorth(program.currency(), cheapest);
    }

    /**
     * What one point is worth.
     *
     * @return rounded half up to {@value #DECIMALS} decimals; 0 where the program has no discount
     */
    public Money ofOne() {
        BigDecimal worth = cheapest.map(reward ->
                        reward.worth().divide(BigDecimal.valueOf(reward.points()), DECIMALS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
        return new Money(worth, currency);
    }

    Money of(long points) {
        BigDecimal worth = cheapest.map(reward -> worth(reward, points)).orElse(BigDecimal.ZERO);
        return new Money(worth, currency);
    }

    private static BigDecimal worth(Reward reward, long points) {
        return reward.worth()
                .multiply(BigDecimal.valueOf(points))
                .divide(BigDecimal.valueOf(reward.points()), 2, RoundingMode.HALF_UP);
    }

    String describe() {
        return cheapest.map(reward -> "worth: " + reward.describe())
                .orElse("the program has no discount, so points are worth nothing");
    }
}
