package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.memberIs;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.tier.TierLadder;
import java.time.Period;

/** Programs that tests of the engine and the stores run. */
public final class Programs {
    private Programs() {}

    /** As the design writes it. */
    public static ProgramBuilder beautyInsider() {
        return LoyaltyProgram.named("beauty-insider")
                .currency("USD")
                .zone("America/New_York")
                .excluding(category("gift-card"))
                .earn("base", points(1).per("1.00"))
                .earn(
                        "fragrance-week",
                        multiplier(4)
                                .on(category("fragrance"))
                                .from("2026-11-20")
                                .through("2026-11-26"))
                .earn("first-order", points(100).perOrder().when(firstOrder()))
                .earn("review", points(25).forActivity("review").oncePer(DAY))
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("INSIDER")
                        .tier("VIB", 350)
                        .tier("ROUGE", 1_000))
                .reward("cash-10", discount("10.00").costs(500).when(orderFrom("10.00")))
                .expiry(Expiry.afterInactivity(Period.ofMonths(12)));
    }

    /** A point a pound, a gift of 10 for 10 points, nothing else. */
    public static ProgramBuilder plain() {
        return LoyaltyProgram.named("plain")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .reward("ten", discount("1.00").costs(10))
                .reward("eighty", discount("1.00").costs(80));
    }

    /** Points for students alone, usable after a fortnight and good for a year. */
    public static ProgramBuilder campus() {
        return plain().earn("student", points(50).perOrder().when(memberIs("segment", "student")))
                .activation(Activation.after(Period.ofDays(14)))
                .expiry(Expiry.after(Period.ofMonths(12)));
    }
}
