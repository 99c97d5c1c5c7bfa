package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** In what order rules and lines are listed is of no account. */
final class RuleListingChecks {
    private RuleListingChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause("listed first or last, it gives the same", RuleListingChecks::listed),
                new RuleClause("beside other rules it says the same", RuleListingChecks::beside),
                new RuleClause(
                        "in whatever order the lines are listed, it gives the same on each",
                        trial -> trial.onOrders(scene -> lines(trial, scene))));
    }

    private static void listed(RuleTrial trial) {
        EarnRule rule = trial.bench().rule();
        LoyaltyProgram first =
                others(trial.bench().bare().earn(RuleBench.RULE, rule)).build();
        LoyaltyProgram last =
                others(trial.bench().bare()).earn(RuleBench.RULE, rule).build();
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
        EarnRule rule = trial.bench().rule();
        LoyaltyProgram alone = trial.bench().bare().earn(RuleBench.RULE, rule).build();
        LoyaltyProgram beside =
                others(trial.bench().bare().earn(RuleBench.RULE, rule)).build();
        trial.onEach(scene -> Expect.equal(
                scene + ": beside other rules the rule says something else than alone",
                contributions(alone, scene),
                contributions(beside, scene)));
    }

    private static void lines(RuleTrial trial, RuleScene scene) {
        Order order = scene.order().orElseThrow();
        List<String> awards = awards(trial.plain(), scene);
        for (int turn = 1; turn <= Math.min(2, order.lines().size() - 1); turn++) {
            List<OrderLine> lines = new ArrayList<>(order.lines());
            Collections.rotate(lines, turn);
            RuleScene rotated = scene.with(RuleVariants.withLines(order, lines));
            same(trial, scene, awards, rotated);
        }
        List<OrderLine> reversed = new ArrayList<>(order.lines());
        Collections.reverse(reversed);
        same(trial, scene, awards, scene.with(RuleVariants.withLines(order, reversed)));
    }

    private static void same(RuleTrial trial, RuleScene scene, List<String> awards, RuleScene other) {
        Expect.equal(
                scene + ": its lines, listed as " + listed(other) + ", are given something else",
                awards,
                awards(trial.plain(), other));
    }

    private static String listed(RuleScene scene) {
        return scene.order().orElseThrow().lines().stream()
                .map(line -> line.quantity() + " " + line.id())
                .collect(Collectors.joining(" + "));
    }

    /** By all rules, sorted. */
    private static List<String> awards(LoyaltyProgram program, RuleScene scene) {
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
