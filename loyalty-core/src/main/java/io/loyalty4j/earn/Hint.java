package io.loyalty4j.earn;

import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;

/**
 * What is near: "12.50 USD more for 200 points", "2 orders more for GOLD". A rule whose limits leave nothing is never near.
 *
 * @param of the rule's id, or the tier
 * @param missing how much more is needed
 * @param unit of what: a currency's code, or what the program's tiers count
 * @param gain what that would bring: {@code points}, {@code reward}, {@code tier} and what else {@link Reason#patterns()} has, with its facts
 */
public record Hint(String of, BigDecimal missing, String unit, Reason gain) {
    /** Where money would have to be spent. */
    public Hint(String of, Money missing, Reason gain) {
        this(of, missing.amount(), missing.currency().getCurrencyCode(), gain);
    }

    @Override
    public String toString() {
        return missing.toPlainString() + " " + unit + " more for " + gain;
    }
}
