package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import java.util.Optional;

/** The catalogue of earn rules. Each is read as a sentence: {@code points(1).per("1.00").on(category("fragrance"))}. */
public final class EarnRules {
    private EarnRules() {}

    public static PointsFor points(long points) {
        return new PointsFor() {
            @Override
            public EarnRule per(String amount) {
                return rule(new BuiltIn.PerAmount(Kind.RATE, points, new Amount(amount)));
            }

            @Override
            public EarnRule perWhole(String amount) {
                return rule(new BuiltIn.PerAmount(Kind.BLOCK_RATE, points, new Amount(amount)));
            }

            @Override
            public EarnRule perItem() {
                return rule(new BuiltIn.Fixed(Kind.ITEM, points));
            }

            @Override
            public EarnRule perOrder() {
                return rule(new BuiltIn.Fixed(Kind.BONUS, points));
            }

            @Override
            public EarnRule perUnit(String attribute) {
                return rule(new BuiltIn.PerUnit(points, attribute));
            }

            @Override
            public EarnRule forActivity(String kind) {
                return perOrder().forActivity(kind);
            }
        };
    }

    /** That many times what the rates give. */
    public static Multiplier multiplier(long factor) {
        return multiplier(Long.toString(factor));
    }

    /**
     * That many times what the rates give.
     *
     * @param factor a decimal of at least 1, such as {@code 1.25}
     */
    public static Multiplier multiplier(String factor) {
        return Multiplier.by(factor);
    }

    /**
     * A card with so many stamps: "buy nine, the tenth is on us".
     *
     * <p>{@code stampCard(9).givingReward("free-coffee").on(category("coffee-to-go"))}
     */
    public static StampCard stampCard(int stamps) {
        return new StampCard() {
            @Override
            public EarnRule givingPoints(long points) {
                return rule(new Stamping(stamps, points, Optional.empty()));
            }

            @Override
            public EarnRule givingReward(String reward) {
                return rule(new Stamping(stamps, 1, Optional.of(reward)));
            }
        };
    }

    /**
     * A reward for each order or activity that the rule applies to; what comes back takes it along. Here a thank-you for the next order:
     *
     * <p>{@code earn("thanks", reward("thanks-5").when(orderFrom("50.00")))}
     *
     * @param reward one of the program's that ask for a voucher
     */
    public static EarnRule reward(String reward) {
        return rule(new Rewarding(reward));
    }

    /** Several things to do, and points or a reward for who has done them all. */
    public static Challenge challenge() {
        return ChallengeDraft.empty();
    }

    /** Points for both sides when a friend comes and buys. */
    public static ReferralRule referral() {
        return ReferralRule.nothingYet();
    }

    /**
     * A game of chance, for an activity: {@code spin(prizes).forActivity("spin").oncePer(DAY)}. One draw for each activity, however often it is sent; a prize
     * is given whole or, where a limit leaves too little, not at all.
     */
    public static EarnRule spin(Prizes prizes) {
        return rule(new Spinning(prizes));
    }

    /** A formula of one's own, ready for lines, conditions, windows and limits. */
    public static EarnRule rule(Formula formula) {
        return new EarnRule(Clauses.of(formula));
    }
}
