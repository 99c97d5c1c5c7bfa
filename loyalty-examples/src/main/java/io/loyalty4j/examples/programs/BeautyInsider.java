package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.birthdayMonth;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.bonusPoints;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.tier.TierLadder;
import java.time.Period;

/**
 * Sephora's Beauty Insider, year by year as it was published. The versions follow each other on the same accounts.
 *
 * <p>Left out: what the Rewards Bazaar has from week to week.
 */
public final class BeautyInsider {
    private BeautyInsider() {}

    /** The latest: {@link #in2020()}. */
    public static LoyaltyProgram program() {
        return in2020();
    }

    /**
     * A point for a dollar, whatever the tier; none on gift cards, taxes and shipping (terms of 16 August 2016). VIB from $350 and Rouge from $1,000 in a
     * calendar year, kept to the end of the next. A gift or 250 points in the month of the birthday, not both. Points did not expire until 10 July 2017; since then, after 18 months without purchase or redemption.
     */
    public static LoyaltyProgram in2016() {
        return LoyaltyProgram.named("beauty-insider")
                .version("2016")
                .currency("USD")
                .zone("America/New_York")
                .excluding(category("gift-card", "tax", "shipping", "service"))
                .earn("base", points(1).per("1.00"))
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("INSIDER")
                        .tier("VIB", 350)
                        .tier("ROUGE", 1_000)
                        .benefit("early-access", "VIB", "ROUGE")
                        .benefit("free-shipping", "ROUGE"))
                .reward("birthday-gift", birthday(gift("birthday-gift")))
                .reward("birthday-points", birthday(bonusPoints(250)))
                .expiry(Expiry.afterInactivity(Period.ofMonths(18)).since("2017-07-10"))
                .build();
    }

    /** From 24 August 2018: 1.25 points for VIBs and 1.5 for Rouges, and $100 off for 2,500 points of a Rouge. */
    public static LoyaltyProgram in2018() {
        return in2016().toBuilder()
                .version("2018")
                .inForceFrom("2018-08-24")
                .earn("tier-points", tierPoints().from("2018-08-24").through("2020-05-28"))
                .reward("rouge-100", discount("100.00").costs(2_500).when(inTier("ROUGE")))
                .build();
    }

    /**
     * From 29 May 2020: a point for everybody again, more of them in events, $10 off for 500 points, and points expire after 12 months. The rule that has
     * ended stays listed, so that an order of May that is booked in June earns what it was promised.
     */
    public static LoyaltyProgram in2020() {
        return in2018().toBuilder()
                .version("2020")
                .inForceFrom("2020-05-29")
                .earn(
                        "november-event",
                        multiplier(2)
                                .inTier("VIB", 3)
                                .inTier("ROUGE", 4)
                                .from("2020-11-20")
                                .through("2020-11-26"))
                .reward("cash-10", discount("10.00").costs(500).when(orderFrom("10.00")))
                .expiry(Expiry.afterInactivity(Period.ofMonths(12)))
                .build();
    }

    /** For a shop of another country, in force at any time: as in 2020, and with more points for higher tiers in every year before. Amounts are not converted. */
    public static LoyaltyProgram in(String currency, String zone) {
        return in2020().toBuilder()
                .currency(currency)
                .zone(zone)
                .inForceFrom("1970-01-01")
                .without("rouge-100")
                .without("tier-points")
                .earn("tier-points", tierPoints().through("2020-05-28"))
                .build();
    }

    private static Reward birthday(Reward either) {
        return either.free().when(birthdayMonth()).oncePer(YEAR).sharingLimit("birthday");
    }

    private static EarnRule tierPoints() {
        return multiplier(1).inTier("VIB", "1.25").inTier("ROUGE", "1.5");
    }
}
