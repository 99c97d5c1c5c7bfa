package io.loyalty4j.examples.programs;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.lineFrom;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.time.Duration;

/**
 * A café's cards: buy nine coffees, the tenth is on us; and five visits for a pastry, one visit a day. There are no points to spend.
 *
 * <p>What is on us is its price off, and off nothing else.
 */
public final class PunchCard {
    /** A coffee that was paid: the one that is on us brings no stamp. */
    private static final Condition<OrderLine> PAID_COFFEE = category("coffee").and(lineFrom("0.01"));

    private PunchCard() {}

    public static LoyaltyProgram program() {
        return LoyaltyProgram.named("punch-card")
                .version("nine")
                .currency("EUR")
                .zone("Europe/Vienna")
                .earn("coffee-card", stampCard(9).givingReward("free-coffee").on(PAID_COFFEE))
                .earn(
                        "visit-card",
                        stampCard(5)
                                .givingReward("free-pastry")
                                .forActivity("visit")
                                .oncePer(DAY))
                .reward(
                        "free-coffee",
                        discount("3.50")
                                .free()
                                .on(category("coffee"))
                                .when(anyLine(category("coffee")))
                                .withVoucher(Duration.ofDays(60)))
                .reward(
                        "free-pastry",
                        discount("2.80")
                                .free()
                                .on(category("pastry"))
                                .when(anyLine(category("pastry")))
                                .withVoucher(Duration.ofDays(30)))
                .build();
    }

    /** The next version: ten coffees for the eleventh. A card that has been begun is still full with nine. */
    public static LoyaltyProgram withTen(String from) {
        return program().toBuilder()
                .version("ten")
                .inForceFrom(from)
                .without("coffee-card")
                .earn("coffee-card", stampCard(10).givingReward("free-coffee").on(PAID_COFFEE))
                .build();
    }
}
