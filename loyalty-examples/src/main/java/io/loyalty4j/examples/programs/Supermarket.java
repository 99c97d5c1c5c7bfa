package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.memberIs;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.sku;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.payment;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.MONTH;
import static java.time.DayOfWeek.TUESDAY;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.time.Duration;
import java.time.Period;

/**
 * A supermarket's card: a point for every whole 2.00 of a line, dairy on Tuesdays, products to try, deposit bottles brought back, a coffee card. Points can be
 * used when the goods can come back no more, pay for up to half of a basket, and are good for three years.
 */
public final class Supermarket {
    private Supermarket() {}

    public static LoyaltyProgram program() {
        return rewards(promotions(LoyaltyProgram.named("green-card")
                        .version("2026-1")
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .excluding(category("tobacco", "gift-card", "deposit"))
                        .earn("base", points(1).perWhole("2.00"))
                        .atMostPoints(5_000, MONTH)))
                .activation(Activation.after(Period.ofDays(14)))
                .expiry(Expiry.after(Period.ofYears(3)).roundedUpTo(MONTH))
                .policy(Rounding.FLOOR_PER_LINE)
                .policy(Stacking.BEST)
                .policy(ClawBack.WITHIN_BALANCE)
                .build();
    }

    private static ProgramBuilder promotions(ProgramBuilder program) {
        return program.earn(
                        "dairy-tuesday",
                        multiplier(2)
                                .on(category("dairy"))
                                .when(weekday(TUESDAY))
                                .bestOf("dairy"))
                .earn(
                        "organic-dairy",
                        multiplier("1.5")
                                .on(category("dairy").and(category("organic")))
                                .bestOf("dairy"))
                .earn("students", multiplier("1.1").when(memberIs("segment", "student")))
                .earn(
                        "big-basket",
                        points(50)
                                .perOrder()
                                .when(orderFrom("80.00"))
                                .atMostTimes(4)
                                .per(MONTH))
                .earn(
                        "new-cereal",
                        points(20)
                                .perItem()
                                .on(sku("4006381333931"))
                                .atMostPoints(100)
                                .perOrder())
                .earn(
                        "launch-budget",
                        points(500)
                                .perOrder()
                                .when(firstOrder())
                                .from("2026-03-01")
                                .through("2026-03-31")
                                .atMostPoints(1_000_000)
                                .inAll())
                .earn("coffee-card", stampCard(9).givingReward("free-coffee").on(category("coffee-to-go")))
                .earn(
                        "bottles",
                        points(1)
                                .perUnit("bottles")
                                .forActivity("bottle-return")
                                .atMostPoints(40)
                                .per(DAY));
    }

    private static ProgramBuilder rewards(ProgramBuilder program) {
        return program.reward(
                        "pay", payment(100, "1.00").minimum(500).inStepsOf(100).upToPercentOfOrder(50))
                .reward("free-coffee", gift("COFFEE-M").free().withVoucher(Duration.ofDays(30)));
    }
}
