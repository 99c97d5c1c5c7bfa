package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A difference as a sample shows it, with an interval for the true one, each with {@value #DECIMALS} decimals.
 *
 * @param low the interval's lower end
 * @param high its upper end
 */
public record Estimate(BigDecimal difference, BigDecimal low, BigDecimal high) {
    private static final int DECIMALS = 6;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the difference does not lie in the interval
     */
    public Estimate {
        difference = difference.setScale(DECIMALS, RoundingMode.HALF_UP);
        low = low.setScale(DECIMALS, RoundingMode.HALF_UP);
        high = high.setScale(DECIMALS, RoundingMode.HALF_UP);
        Bounds.check(
                low.compareTo(difference) <= 0 && difference.compareTo(high) <= 0,
                difference + " is not from " + low + " to " + high);
    }

    /** The difference, if there is one for the sample to show: empty where no difference at all lies in the interval. */
    public Optional<BigDecimal> claim() {
        return low.signum() > 0 || high.signum() < 0 ? Optional.of(difference) : Optional.empty();
    }
}
