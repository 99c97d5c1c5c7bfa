package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of a whole, exactly.
 *
 * @param part 0 to the whole
 * @param whole 0 or more; of nothing there is no share
 */
public record Share(long part, long whole) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the part is below 0 or more than the whole
     */
    public Share {
        Bounds.check(0 <= part && part <= whole, part + " is no part of " + whole);
    }

    /**
     * In percent, half up; empty if the whole is nothing.
     *
     * @param decimals behind the point
     */
    public Optional<BigDecimal> percent(int decimals) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP));
    }
}
