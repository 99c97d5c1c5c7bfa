package io.loyalty4j.program;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.earn.Memory;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What a sample comes to, for a member without counters while budgets are full. */
record Find(Sample sample, long points, NavigableSet<String> rules) {
    static final Comparator<Find> MOST_FIRST = (one, other) -> other.compared(one);

    private static final Memory BLANK = new Memory() {
        @Override
        public Map<String, Counter> counters() {
            return Map.of();
        }

        @Override
        public long granted(String budget) {
            return Long.MAX_VALUE;
        }

        @Override
        public BigDecimal percent(String rule) {
            return BigDecimal.ZERO;
        }
    };

    /** Empty where a rule of one's own throws, or there are too many points to count. */
    static Optional<Find> of(EarnPlan plan, Sample sample) {
        LoyaltyProgram program = sample.program();
        try {
            return plan.ask(sample, BLANK)
                    .comesTo(program.policy(Stacking.class), program.policy(Rounding.class))
                    .map(yield -> of(sample, yield));
        } catch (RuntimeException ofTheRule) {
            return Optional.empty();
        }
    }

    private static Find of(Sample sample, Yield yield) {
        List<Award> awards = yield.awards();
        NavigableSet<String> rules = new TreeSet<>();
        awards.forEach(award -> rules.add(award.rule()));
        return new Find(sample, awards.stream().mapToLong(Award::points).sum(), rules);
    }

    BigDecimal amount() {
        return sample.line().amount();
    }

    /** Whether it gives more points for the same money. */
    boolean moreThan(Find other) {
        return compared(other) > 0;
    }

    private int compared(Find other) {
        BigDecimal own = BigDecimal.valueOf(points).multiply(other.amount());
        return own.compareTo(BigDecimal.valueOf(other.points).multiply(amount()));
    }
}
