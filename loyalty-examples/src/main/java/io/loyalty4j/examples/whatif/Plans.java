package io.loyalty4j.examples.whatif;

import static io.loyalty4j.earn.Conditions.daysSinceLastOrder;
import static io.loyalty4j.earn.Conditions.everyNthOrder;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.YEAR;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.Month.NOVEMBER;

import io.loyalty4j.earn.Conditions;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.examples.replay.NonProducts;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.tier.TierLadder;
import java.time.Period;
import java.util.List;

/** The programs that can be compared. To try an idea of your own, list it here; those that are compared have one currency and one zone. */
final class Plans {
    private static final String SILVER = "SILVER";
    private static final String GOLD = "GOLD";

    private Plans() {}

    static List<Plan> all() {
        return List.of(today(), byTier(), noNovember());
    }

    static Plan today() {
        return new Plan(
                "today",
                "A point for 1.00; double points in November and on Sundays, 1.25 times the points for Silver (300 spent in a year) and 1.5 times for Gold (750); 100 points for the"
                        + " first order and for one after 60 days away, 200 for every tenth, 50 for one from 300.00. 10.00 off for 500 points, which"
                        + " are good for 6 months.",
                program("today").build());
    }

    static Plan byTier() {
        return new Plan(
                "by-tier",
                "As today, but Gold from 600, 1.5 times the points for Silver and 2 times for Gold; no double points in November or on Sundays, and nothing"
                        + " more for large orders.",
                program("by-tier")
                        .without("november")
                        .without("sunday")
                        .without("large-order")
                        .without("tier-points")
                        .earn("tier-points", multiplier(1).inTier(SILVER, "1.5").inTier(GOLD, "2"))
                        .tiers(goldFrom(600))
                        .build());
    }

    static Plan noNovember() {
        return new Plan(
                "no-november",
                "As today, without double points in November.",
                program("no-november").without("november").build());
    }

    private static ProgramBuilder program(String version) {
        return LoyaltyProgram.named("card")
                .version(version)
                .currency("GBP")
                .zone("Europe/London")
                .excluding(Conditions.category(NonProducts.CATEGORY))
                .earn("base", points(1).per("1.00"))
                .earn("tier-points", multiplier(1).inTier(SILVER, "1.25").inTier(GOLD, "1.5"))
                .earn("november", multiplier(2).when(inNovember()))
                .earn("sunday", multiplier(2).when(weekday(SUNDAY)))
                .earn("welcome", points(100).perOrder().when(firstOrder()))
                .earn("welcome-back", points(100).perOrder().when(daysSinceLastOrder(60)))
                .earn("tenth-order", points(200).perOrder().when(everyNthOrder(10)))
                .earn("large-order", points(50).perOrder().when(orderFrom("300.00")))
                .tiers(goldFrom(750))
                .reward("ten-off", discount("10.00").costs(500).when(orderFrom("10.00")))
                .expiry(Expiry.after(Period.ofMonths(6)));
    }

    private static TierLadder goldFrom(long spent) {
        return TierLadder.bySpend()
                .per(YEAR)
                .keptThroughNextPeriod()
                .base("BRONZE")
                .tier(SILVER, 300)
                .tier(GOLD, spent);
    }

    private static Condition<Occasion> inNovember() {
        return Condition.of("in November", occasion -> occasion.date().getMonth() == NOVEMBER);
    }
}
