package io.loyalty4j.tier;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How far it is to a tier.
 *
 * @param reached counted in the current period, as the ladder measures: in the program's currency, points, orders, or a measure of one's own
 * @param by the last day of the period; {@code LocalDate.MAX} where it is a lifetime; the last day on which all of it counts where the last days do
 */
public record TierProgress(String tier, BigDecimal reached, BigDecimal needed, LocalDate by) {
    /** What has still to be counted. */
    public BigDecimal missing() {
        return needed.subtract(reached).max(BigDecimal.ZERO);
    }
}
