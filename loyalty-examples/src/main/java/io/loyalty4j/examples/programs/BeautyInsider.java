package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.tier.TierLadder;
import java.time.Period;

/**
 * A program like Sephora's Beauty Insider: a point for every unit of money, more of them in the higher tiers (as it was until May 2020),
 * a November week with up to four times the points, ten off for 500 points, and points that lapse after a year without a purchase.
 */
public final class BeautyInsider {
    private BeautyInsider() {}

    public static LoyaltyProgram program() {
        return in("USD", "America/New_York");
    }

    /** The same program for a shop of another country. Amounts stay as they are: they are not converted. */
    public static LoyaltyProgram in(String currency, String zone) {
        return LoyaltyProgram.named("beauty-insider")
                .version("2020")
                .currency(currency)
                .zone(zone)
                .excluding(category("gift-card", "service"))
                .earn("base", points(1).per("1.00"))
                .earn(
                        "tier-points",
                        multiplier(1)
                                .inTier("VIB", "1.25")
                                .inTier("ROUGE", "1.5")
                                .through("2020-05-28"))
                .earn(
                        "november-event",
                        multiplier(2)
                                .inTier("VIB", 3)
                                .inTier("ROUGE", 4)
                                .from("2020-11-20")
                                .through("2020-11-26"))
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("INSIDER")
                        .tier("VIB", 350)
                        .tier("ROUGE", 1_000))
                .reward("cash-10", discount("10.00").costs(500).when(orderFrom("10.00")))
                .expiry(Expiry.afterInactivity(Period.ofMonths(12)))
                .build();
    }
}
