package io.loyalty4j.notify;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.tier.TierLadder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;

/** A program under which everything happens that events tell of. */
final class BusyProgram {
    static final VoucherKey KEY = VoucherKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    /** In which points are usable at once. */
    static final LoyaltyProgram AT_ONCE = with(Activation.atOnce());

    static final LoyaltyProgram LATER = with(Activation.after(Period.ofDays(10)));

    private BusyProgram() {}

    private static LoyaltyProgram with(Activation activation) {
        return LoyaltyProgram.named("busy")
                .currency("EUR")
                .zone("Europe/Berlin")
                .earn("base", points(1).per("1.00"))
                .earn("review", points(25).forActivity("review"))
                .earn("month", challenge().orders(3).per(MONTH).givingPoints(50))
                .earn("coffee", stampCard(5).givingReward("cup"))
                .earn("thanks", reward("thanks-5").when(orderFrom("90.00")))
                .earn(
                        "friends",
                        referral()
                                .toReferrer(100)
                                .toFriend(40)
                                .returnableFor(Period.ofDays(14))
                                .when(orderFrom("10.00")))
                .reward("ten", discount("1.00").costs(10))
                .reward("sixty", discount("6.00").costs(60))
                .reward("cup", discount("2.00").free().withVoucher(Duration.ofDays(20)))
                .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(3)))
                .tiers(TierLadder.bySpend()
                        .per(YEAR)
                        .keptThroughNextPeriod()
                        .base("BLUE")
                        .tier("SILVER", 150)
                        .tier("GOLD", 600))
                .activation(activation)
                .expiry(Expiry.after(Period.ofDays(45)))
                .adjustments(AdjustmentLimits.upTo(1_000))
                .reinstatableFor(Period.ofDays(90))
                .transfers(Transfers.upTo(500).per(YEAR))
                .build();
    }
}
