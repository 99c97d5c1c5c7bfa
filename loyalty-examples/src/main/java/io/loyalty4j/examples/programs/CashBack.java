package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderIs;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.MONTH;

import io.loyalty4j.program.LoyaltyProgram;

/**
 * Cash back: a point is a cent, four for every dollar. Ten percent on groceries and six with the shop's own card, of which an order has the one that
 * gives more; the extra on groceries is at most $15 a month, and the four percent go on beyond it. $5 off for 500 points.
 *
 * <p>A higher percentage is written as what it adds to the four, so that its limit leaves the four alone.
 */
public final class CashBack {
    private CashBack() {}

    public static LoyaltyProgram program() {
        return LoyaltyProgram.named("cash-back")
                .currency("USD")
                .zone("America/Chicago")
                .excluding(category("gift-card", "tax", "shipping"))
                .earn("four-percent", points(4).per("1.00"))
                .earn(
                        "ten-on-groceries",
                        points(6)
                                .per("1.00")
                                .on(category("grocery"))
                                .bestOf("extra")
                                .atMostPoints(1_500)
                                .per(MONTH))
                .earn(
                        "six-by-card",
                        points(2)
                                .per("1.00")
                                .when(orderIs("paid-by", "own-card"))
                                .bestOf("extra"))
                .reward("cash-5", discount("5.00").costs(500))
                .build();
    }
}
