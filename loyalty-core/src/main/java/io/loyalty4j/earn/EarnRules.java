package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;

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

    /** A formula of one's own, ready for lines, conditions, windows and limits. */
    public static EarnRule rule(Formula formula) {
        return new EarnRule(Clauses.of(formula));
    }
}
