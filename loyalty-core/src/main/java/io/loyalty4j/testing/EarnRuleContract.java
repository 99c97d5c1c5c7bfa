package io.loyalty4j.testing;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.earn.Formula;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import java.util.Arrays;
import java.util.List;

/**
 * What every earn rule must do, the library's and yours: say the same as often as it is asked, give nothing below zero, say why, mind neither the order of the
 * rules nor that of the lines, let returns end in one state, and stay within limits.
 *
 * <p>{@code @TestFactory Stream<DynamicTest> laws() { return EarnRuleContract.of(new RainyDay()).on(order).checks().stream().map(check ->
 * DynamicTest.dynamicTest(check.name(), check::run)); }}
 *
 * <p>The rule stands beside one point for each unit of the currency, so that a multiplier has something to multiply. {@link EarnRules#referral()} gives nothing
 * without a friend: a scenario tries it. The checks are the same in every run, but for the order in which threads come. Immutable.
 */
public final class EarnRuleContract {
    private static final List<List<RuleClause>> ARTICLES = List.of(
            RuleAnswerChecks.all(),
            RuleSamenessChecks.all(),
            RuleThreadChecks.all(),
            RuleAmountChecks.all(),
            RuleWordChecks.all(),
            RuleListingChecks.all(),
            RuleLineChecks.all(),
            RuleReturnChecks.all(),
            RuleRetractionChecks.all(),
            RuleLimitChecks.all(),
            RuleOwnLimitChecks.all(),
            RuleReplayChecks.all());

    private final RuleBench bench;

    private EarnRuleContract(RuleBench bench) {
        this.bench = bench;
    }

    public static EarnRuleContract of(EarnRule rule) {
        return new EarnRuleContract(RuleBench.of(rule));
    }

    /** Of a rule that asks the formula about every order. */
    public static EarnRuleContract of(Formula formula) {
        return of(EarnRules.rule(formula));
    }

    /**
     * As one of the rules of a program, with its currency, zone, tiers, rewards, exclusions and policies; the program's own rules stand aside. Without it orders are of
     * one zone, UTC, and the currency of the first sample, and there are no tiers.
     */
    public EarnRuleContract in(LoyaltyProgram program) {
        return new EarnRuleContract(bench.in(program));
    }

    /**
     * Tried on these orders, in place of the contract's own. At least one should be such that the rule gives something.
     *
     * @param samples whatever their ids; one that has no date is placed when the rule is good
     */
    public EarnRuleContract on(Order... samples) {
        return new EarnRuleContract(bench.on(Arrays.asList(samples)));
    }

    /** Tried on these activities, in place of the contract's own, and on orders that were named. */
    public EarnRuleContract on(Activity... samples) {
        return new EarnRuleContract(bench.on(Arrays.asList(samples)));
    }

    /** What is known of the members whose samples they are, for a rule that asks for a birthday or an attribute. */
    public EarnRuleContract by(Member... profiles) {
        return new EarnRuleContract(bench.by(Arrays.asList(profiles)));
    }

    /** Each plays in shops of its own. They may be run in any order. */
    public List<Check> checks() {
        return ARTICLES.stream()
                .flatMap(List::stream)
                .map(clause -> clause.on(bench))
                .toList();
    }
}
