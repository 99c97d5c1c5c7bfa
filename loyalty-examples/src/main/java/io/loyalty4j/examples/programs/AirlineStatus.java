package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.QUARTER;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.tier.TierLadder;
import java.time.Period;

/**
 * An airline's miles and status year: five miles for a euro of the fare, more of them with status; status by the fares of a calendar year, kept to the end
 * of the next; nights at a partner's hotels, which earn miles but no status; a summer promotion; miles that are good for 36 months, to the quarter's end.
 *
 * <p>Left out: status by segments or miles, lounges and upgrades; the ladder goes by spend, and benefits are the shop's to give by tier.
 */
public final class AirlineStatus {
    private AirlineStatus() {}

    public static LoyaltyProgram program() {
        return LoyaltyProgram.named("airline-status")
                .version("2026")
                .currency("EUR")
                .zone("Europe/Berlin")
                .excluding(category("tax", "fee"))
                .earn("miles", points(5).per("1.00"))
                .earn("status-miles", multiplier(1).inTier("SILVER", "1.25").inTier("GOLD", 2))
                .earn("hotel", points(500).perUnit("nights").forActivity("hotel-stay"))
                .earn(
                        "fly-twice",
                        challenge()
                                .orders(2)
                                .within(Period.ofDays(30))
                                .givingPoints(3_000)
                                .on(category("flight"))
                                .from("2026-06-01")
                                .through("2026-08-31"))
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("BASE")
                        .tier("SILVER", 2_000)
                        .tier("GOLD", 6_000))
                .reward("award-100", discount("100.00").costs(20_000))
                .expiry(Expiry.after(Period.ofMonths(36)).roundedUpTo(QUARTER))
                .build();
    }
}
