package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import java.util.List;
import java.util.Optional;

/** In what order a program lists its rules, and which others, is of no account. */
final class RuleListingChecks {
    private RuleListingChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause("listed first or last, it gives the same", RuleListingChecks::listed),
                new RuleClause("beside other rules it says the same", RuleListingChecks::beside));
    }

    private static void listed(RuleTrial trial) {
        EarnRule rule = trial.rule();
        LoyaltyProgram first =
                others(trial.programs().bare().earn(RuleBench.RULE, rule)).build();
        LoyaltyProgram last =
                others(trial.programs().bare()).earn(RuleBench.RULE, rule).build();
        trial.onEach(scene -> Expect.equal(
                scene + ": listed last, not first, in the program, rules give something else",
                awards(first, scene),
                awards(last, scene)));
    }

    /** One that is asked before the rule, and others after it. */
    private static ProgramBuilder others(ProgramBuilder program) {
        return program.earn("base", points(1).per("1.00"))
                .earn("zero-in-on-it", points(7).perOrder())
                .earn("zeal", multiplier("1.5"));
    }

    private static void beside(RuleTrial trial) {
        EarnRule rule = trial.rule();
        LoyaltyProgram alone =
                trial.programs().bare().earn(RuleBench.RULE, rule).build();
        LoyaltyProgram beside =
                others(trial.programs().bare().earn(RuleBench.RULE, rule)).build();
        trial.onEach(scene -> Expect.equal(
                scene + ": beside other rules the rule says something else than alone",
                contributions(alone, scene),
                contributions(beside, scene)));
    }

    /** By all rules, sorted. */
    static List<String> awards(LoyaltyProgram program, RuleScene scene) {
        Receipt receipt = RuleVisit.to(program, scene).books(scene.sample());
        return receipt.awards().stream().map(RuleListingChecks::text).sorted().toList();
    }

    private static String text(Award award) {
        return award.rule() + " gives " + award.points()
                + award.line().map(line -> " on " + line).orElse("") + " because of \"" + award.why() + "\"";
    }

    private static List<FrozenContribution> contributions(LoyaltyProgram program, RuleScene scene) {
        return RuleVisit.first(program, scene).contributions().stream()
                .map(RuleListingChecks::unlimited)
                .toList();
    }

    /** What a limit leaves is kept where it can bind, and that is a matter of the others too. */
    private static FrozenContribution unlimited(FrozenContribution one) {
        return new FrozenContribution(
                one.rule(),
                one.kind(),
                one.lines(),
                one.lineKeeps(),
                one.value(),
                one.per(),
                one.keep(),
                Optional.empty(),
                one.group(),
                one.card(),
                one.reward());
    }
}
