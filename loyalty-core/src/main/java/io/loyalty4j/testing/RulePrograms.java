package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Order;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The programs that a rule is tried in. */
record RulePrograms(RuleBench bench) {
    private static final String CURRENCY = "USD";
    private static final Duration VOUCHERS_LAST = Duration.ofDays(60);

    /** With the base rate beside it. */
    LoyaltyProgram plain() {
        return with(bench.rule());
    }

    /** The same with another form of the rule. */
    LoyaltyProgram with(EarnRule form) {
        return based().earn(RuleBench.RULE, form).build();
    }

    /** Without the rule: a point for each unit of the currency. */
    ProgramBuilder based() {
        return bare().earn("base", points(1).per("1.00"));
    }

    /** Without any rule, with what rules may refer to. */
    ProgramBuilder bare() {
        ProgramBuilder bare = bench.program().map(RulePrograms::withoutRules).orElseGet(this::anyProgram);
        Set<String> known =
                bench.program().map(theirs -> theirs.rewards().keySet()).orElse(Set.of());
        for (String reward : bench.rule().rewards()) {
            if (!known.contains(reward)) {
                bare.reward(reward, discount("1.00").free().withVoucher(VOUCHERS_LAST));
            }
        }
        return bare;
    }

    private static ProgramBuilder withoutRules(LoyaltyProgram program) {
        ProgramBuilder builder = program.toBuilder();
        program.plan().probes().keySet().forEach(builder::without);
        return builder;
    }

    private ProgramBuilder anyProgram() {
        Set<String> others = new TreeSet<>(currencies());
        others.remove(currency());
        ProgramBuilder any =
                LoyaltyProgram.named("contract").currency(currency()).zone("UTC");
        others.forEach(code -> any.alsoAccepts(code, "1"));
        return any;
    }

    /** In which the contract's own orders are. */
    String currency() {
        return bench.program()
                .map(theirs -> theirs.currency().getCurrencyCode())
                .orElseGet(() -> currencies().stream().findFirst().orElse(CURRENCY));
    }

    private List<String> currencies() {
        return bench.samples().stream()
                .filter(Order.class::isInstance)
                .flatMap(sample -> ((Order) sample).currency().stream())
                .toList();
    }
}
