package io.loyalty4j.examples.shop;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.program.Moment.beforeExpiry;
import static io.loyalty4j.program.Moment.tierAtRisk;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.other;
import static io.loyalty4j.reward.Reward.payment;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;

/** What the shop promises: points that wait for the time in which goods can come back and are good for a year, three tiers, and five things to have for points. */
final class ShopProgram {
    static final String CURRENCY = "EUR";
    static final String PAYMENT = "pay-with-points";
    static final String GIFT_CARD = "gift-card";

    private ShopProgram() {}

    static LoyaltyProgram program() {
        return LoyaltyProgram.named("bean-and-leaf")
                .currency(CURRENCY)
                .zone("Europe/Dublin")
                .excluding(category(GIFT_CARD))
                .earn("every-euro", points(5).per("1.00"))
                .earn("double-on-coffee", multiplier(2).on(category("coffee")))
                .earn("gold-extra", multiplier(1).inTier("GOLD", "1.5"))
                .earn("big-basket", points(200).perOrder().when(orderFrom("80.00")))
                .earn("first-order", points(100).perOrder().when(firstOrder()))
                .earn("thank-you", reward("five-off").when(orderFrom("120.00")).oncePer(MONTH))
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("GREEN")
                        .tier("SILVER", 150)
                        .tier("GOLD", 400)
                        .benefit("free-shipping", "SILVER", "GOLD"))
                .reward(PAYMENT, payment(100, "1.00").inStepsOf(100).upToPercentOfOrder(50))
                .reward("ten-off", discount("10.00").costs(800).when(orderFrom("40.00")))
                .reward("coffee-sample", gift("COFFEE-50").costs(150))
                .reward("tasting", other("tasting").costs(2_000).when(inTier("GOLD")))
                .reward(
                        "five-off",
                        discount("5.00").free().when(orderFrom("20.00")).withVoucher(Duration.ofDays(30)))
                .activation(Activation.after(Period.ofDays(14)))
                .expiry(Expiry.after(Period.ofMonths(12)))
                .holdsLast(Duration.ofMinutes(30))
                .moment("points-end", beforeExpiry(Period.ofDays(30)))
                .moment("tier-ends", tierAtRisk(Period.ofDays(60)))
                .build();
    }
}
