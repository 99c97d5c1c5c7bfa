package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.QUARTER;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import java.time.Duration;
import java.time.Period;

/**
 * What brings members back: points for both sides when a friend comes, a welcome for who has settled in, a goal each quarter, and a wheel to spin once a
 * day, whose points all members together win no more than 200,000 of.
 *
 * <p>Birthdays, win-backs and surprises need a moment of their own and not an order or activity: {@link Retention} adds them.
 */
public final class Friends {
    private Friends() {}

    public static LoyaltyProgram program() {
        return LoyaltyProgram.named("friends")
                .version("2026-1")
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
                .earn("quarter", challenge().earning(500).per(QUARTER).givingPoints(50))
                .earn(
                        "wheel",
                        spin(Prizes.draw().points(500, "1").points(20, "30").reward("thanks-5", "4"))
                                .forActivity("spin")
                                .oncePer(DAY)
                                .atMostPoints(200_000)
                                .inAll())
                .reward(
                        "thanks-5",
                        discount("5.00").free().when(orderFrom("20.00")).withVoucher(Duration.ofDays(3)))
                .expiry(Expiry.afterInactivity(Period.ofMonths(12)).since("2026-03-01"))
                .build();
    }
}
