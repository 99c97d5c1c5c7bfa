package io.loyalty4j.machines;

import static io.loyalty4j.earn.Conditions.everyNthOrder;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;

import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.tier.TierLadder;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a program gives for several orders together, and what of it is due for those that are kept, in the order of purchase. */
enum Extra {
    NONE("base", program -> program),
    TIER(
            "tier",
            program -> program.tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 100))
                    .earn("tier", multiplier(1).inTier("GOLD", 3))) {
        @Override
        long due(List<Bought> kept) {
            long due = 0;
            long spent = 0;
            for (Bought one : kept) {
                due += spent >= 100 ? 2 * (long) Math.ceil(one.basis(false) / 100.0) : 0;
                spent += one.kept() * House.PRICE;
            }
            return due;
        }
    },
    NTH("third", program -> program.earn("third", points(Extra.GIFT).perOrder().when(everyNthOrder(3)))) {
        @Override
        long due(List<Bought> kept) {
            return kept.size() / 3L * GIFT;
        }
    },
    STAMPS("card", program -> program.earn("card", stampCard(4).givingPoints(Extra.GIFT))) {
        @Override
        long due(List<Bought> kept) {
            return kept.stream().mapToInt(Bought::kept).sum() / 4L * GIFT;
        }
    },
    CHALLENGE(
            "spender",
            program -> program.earn("spender", challenge().spending("150").givingPoints(Extra.GIFT))) {
        @Override
        long due(List<Bought> kept) {
            return kept.stream().mapToLong(one -> one.kept() * House.PRICE).sum() / 150 * GIFT;
        }
    };

    static final long GIFT = 100;
    static final long SENT = 150;

    private final String rule;

    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<ProgramBuilder> added;

    Extra(String rule, UnaryOperator<ProgramBuilder> added) {
        this.rule = rule;
        this.added = added;
    }

    ProgramBuilder in(ProgramBuilder program) {
        return added.apply(program);
    }

    /** The rule that gives it. */
    String rule() {
        return rule;
    }

    long due(List<Bought> kept) {
        return 0;
    }
}
