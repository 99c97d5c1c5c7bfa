package io.loyalty4j.tier;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How far it is to a tier.
 *
 * @param reached spent in the current period, in the program's currency
 * @param by the last day of the period; {@code LocalDate.MAX} where it is a lifetime
 */
public record TierProgress(String tier, BigDecimal reached, BigDecimal needed, LocalDate by) {
    /** What has still to be spent. */
    public BigDecimal missing() {
        return needed.subtract(reached).max(BigDecimal.ZERO);
    }
}
