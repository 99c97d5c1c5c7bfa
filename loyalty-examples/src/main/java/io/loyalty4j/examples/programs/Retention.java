package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.beforeExpiry;
import static io.loyalty4j.program.Moment.dormantFor;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.program.Moment.tierAtRisk;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;

/**
 * {@link Friends} with what is said and given at the right moment: a thank-you half an hour after the first order, points for the birthday, a code for who has
 * stayed away three times as long as usual, a word before points lapse and before a tier is lost, and now and then a surprise. What people of the shop
 * give needs a second one above 1,000 points.
 */
public final class Retention {
    private Retention() {}

    public static LoyaltyProgram program() {
        return Friends.program().toBuilder()
                .version("2026-2")
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("BLUE")
                        .tier("GOLD", 500))
                .moment(
                        "thank-you",
                        afterOrder(Duration.ofMinutes(30)).when(firstOrder()).givingReward("thanks-5"))
                .moment("birthday", onBirthday().coolingOff(Period.ofDays(30)).givingPoints(250))
                .moment("win-back", dormantFor(3).oncePer(YEAR).givingReward("thanks-5"))
                .moment("expiring", beforeExpiry(Period.ofDays(30)))
                .moment("at-risk", tierAtRisk(Period.ofDays(60)))
                .moment(
                        "surprise",
                        afterOrder(Duration.ofHours(2))
                                .drawing(Prizes.draw().points(300, "2"))
                                .atMostPoints(50_000)
                                .inAll())
                .adjustments(AdjustmentLimits.upTo(5_000).approvedAbove(1_000).perActor(20_000, DAY))
                .build();
    }
}
