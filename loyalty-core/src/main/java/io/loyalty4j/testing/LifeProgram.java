package io.loyalty4j.testing;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.memberIs;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.donation;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.payment;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;

/** Programs that use as much of the ledger as can be: a first version, and the one that follows it. */
final class LifeProgram {
    static final LoyaltyProgram FIRST = version("1").build();

    static final LoyaltyProgram SECOND = version("2")
            .inForceFrom("2026-09-01")
            .earn("autumn", points(7).perOrder())
            .build();

    private LifeProgram() {}

    private static ProgramBuilder version(String number) {
        return earning(LoyaltyProgram.named("life")
                        .version(number)
                        .currency("GBP")
                        .zone("Europe/London"))
                .reward("ten", discount("1.00").costs(10))
                .reward("eighty", discount("8.00").costs(80))
                .reward("pay", payment(100, "1.00").minimum(1))
                .reward("thanks", discount("0.50").free().withVoucher(Duration.ofDays(60)))
                .reward("mug", gift("mug").costs(30).stock(8))
                .reward("shelter", donation("shelter").costs(20))
                .tiers(TierLadder.bySpend()
                        .per(Window.YEAR)
                        .keptThroughNextPeriod()
                        .base("BLUE")
                        .tier("SILVER", 150)
                        .tier("GOLD", 600))
                .activation(Activation.after(Period.ofDays(14)))
                .expiry(Expiry.afterInactivity(Period.ofMonths(6)))
                .transfers(Transfers.upTo(500).per(Window.YEAR));
    }

    private static ProgramBuilder earning(ProgramBuilder program) {
        return program.earn("base", points(1).per("1.00"))
                .earn("double", multiplier(2).on(category("fine")))
                .earn("welcome", points(40).perOrder().when(firstOrder()))
                .earn("student", points(5).perOrder().when(memberIs("segment", "student")))
                .earn("review", points(25).forActivity("review").oncePer(Window.DAY))
                .earn("budget", points(9).perOrder().atMostPoints(200).inAll())
                .earn("stamps", stampCard(3).givingPoints(30))
                .earn("thank-you", reward("thanks").when(orderFrom("40.00")))
                .earn(
                        "friends",
                        referral()
                                .toReferrer(100)
                                .toFriend(50)
                                .returnableFor(Period.ofDays(30))
                                .when(orderFrom("5.00")));
    }
}
