package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule that is tried, and the programs it is tried in.
 *
 * @param program whose rule it is to be; empty if that is of no account
 * @param samples empty for the contract's own
 * @param profiles of members whose samples they are
 */
record RuleBench(EarnRule rule, Optional<LoyaltyProgram> program, List<Command> samples, List<Member> profiles) {
    /** The id under which the rule is listed. */
    static final String RULE = "the-rule";

    private static final String CURRENCY = "USD";
    private static final Duration VOUCHERS_LAST = Duration.ofDays(60);

    static RuleBench of(EarnRule rule) {
        return new RuleBench(rule, Optional.empty(), List.of(), List.of());
    }

    RuleBench in(LoyaltyProgram other) {
        return new RuleBench(rule, Optional.of(other), samples, profiles);
    }

    RuleBench on(List<? extends Command> more) {
        List<Command> all = new ArrayList<>(samples);
        all.addAll(more);
        return new RuleBench(rule, program, List.copyOf(all), profiles);
    }

    RuleBench by(List<Member> members) {
        return new RuleBench(rule, program, samples, List.copyOf(members));
    }

    /** With the base rate beside it. */
    LoyaltyProgram plain() {
        return with(rule);
    }

    /** The same with another form of the rule. */
    LoyaltyProgram with(EarnRule form) {
        return based().earn(RULE, form).build();
    }

    /** Without the rule: a point for each unit of the currency. */
    ProgramBuilder based() {
        return bare().earn("base", points(1).per("1.00"));
    }

    /** Without any rule, with what rules may refer to. */
    ProgramBuilder bare() {
        ProgramBuilder bare = program.map(RuleBench::withoutRules).orElseGet(this::anyProgram);
        Set<String> known = program.map(theirs -> theirs.rewards().keySet()).orElse(Set.of());
        for (String reward : rule.rewards()) {
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
        return program.map(theirs -> theirs.currency().getCurrencyCode())
                .orElseGet(() -> currencies().stream().findFirst().orElse(CURRENCY));
    }

    private List<String> currencies() {
        return samples.stream()
                .filter(Order.class::isInstance)
                .flatMap(sample -> ((Order) sample).currency().stream())
                .toList();
    }
}
