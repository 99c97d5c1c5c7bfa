package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.memberIs;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.beforeExpiry;
import static io.loyalty4j.program.Moment.dormantFor;
import static io.loyalty4j.program.Moment.onAnniversary;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.program.Moment.tierAtRisk;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.QUARTER;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
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

    /** Friends, challenges, games and moments. */
    public static ProgramBuilder retention() {
        return LoyaltyProgram.named("retention")
                .currency("EUR")
                .zone("Europe/Berlin")
                .earn("base", points(1).per("1.00"))
                .earn(
                        "friends",
                        referral()
                                .toReferrer(500)
                                .toFriend(200)
                                .returnableFor(Period.ofDays(30))
                                .when(orderFrom("25.00"))
                                .atMostTimes(10)
                                .per(YEAR))
                .earn(
                        "welcome",
                        challenge()
                                .activity("review", 1)
                                .activity("newsletter", 1)
                                .orders(2)
                                .within(Period.ofDays(30))
                                .sinceEnrolment()
                                .givingPoints(500))
                .earn("quarter", challenge().earning(5000).per(QUARTER).givingPoints(50))
                .earn(
                        "wheel",
                        spin(Prizes.draw().points(500, "1").points(20, "30").reward("thanks-5", "4"))
                                .forActivity("spin")
                                .oncePer(DAY)
                                .atMostPoints(200_000)
                                .inAll())
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("BLUE")
                        .tier("GOLD", 500))
                .reward(
                        "thanks-5",
                        discount("5.00").free().when(orderFrom("20.00")).withVoucher(Duration.ofDays(3)))
                .moment(
                        "thank-you",
                        afterOrder(Duration.ofMinutes(30)).when(firstOrder()).givingReward("thanks-5"))
                .moment("birthday", onBirthday().coolingOff(Period.ofDays(30)).givingPoints(250))
                .moment("jubilee", onAnniversary())
                .moment("win-back", dormantFor(3).oncePer(YEAR).givingReward("thanks-5"))
                .moment("expiring", beforeExpiry(Period.ofDays(30)))
                .moment("at-risk", tierAtRisk(Period.ofDays(60)))
                .moment(
                        "surprise",
                        afterOrder(Duration.ofHours(2))
                                .drawing(Prizes.draw().points(300, "2"))
                                .atMostPoints(50_000)
                                .inAll())
                .expiry(Expiry.afterInactivity(Period.ofMonths(12)).since("2026-03-01"));
    }
}
