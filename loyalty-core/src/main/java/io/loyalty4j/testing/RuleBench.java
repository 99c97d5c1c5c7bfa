package io.loyalty4j.testing;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that is tried, and what it is tried with.
 *
 * @param program whose rule it is to be; empty if that is of no account
 * @param samples empty for the contract's own
 * @param profiles of members whose samples they are
 */
record RuleBench(EarnRule rule, Optional<LoyaltyProgram> program, List<Command> samples, List<Member> profiles) {
    /** The id under which the rule is listed. */
    static final String RULE = "the-rule";

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

    RulePrograms programs() {
        return new RulePrograms(this);
    }
}
