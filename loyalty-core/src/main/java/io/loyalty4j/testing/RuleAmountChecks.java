package io.loyalty4j.testing;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Receipt;
import java.util.List;

/** Whatever something costs, a rule gives no less than nothing. */
final class RuleAmountChecks {
    private RuleAmountChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause(
                        "it gives no less than nothing",
                        trial -> trial.onEach(scene -> neverNegative(
                                scene, RuleVisit.to(trial.plain(), scene).books(scene.sample())))),
                new RuleClause(
                        "goods that cost nothing, next to nothing or a fortune are answered too",
                        trial -> trial.onOrders(scene -> variants(trial, scene))),
                new RuleClause(
                        "activities with no, few or many of something are answered too",
                        trial -> trial.onActivities(scene -> variants(trial, scene))));
    }

    private static void variants(RuleTrial trial, RuleScene scene) {
        RuleVariants.of(scene.sample()).stream()
                .map(scene::with)
                .forEach(variant -> RuleTrial.asked(variant, () -> {
                    RuleVisit.to(trial.plain(), variant)
                            .booksWithinReason(variant.sample())
                            .ifPresent(receipt -> neverNegative(variant, receipt));
                    return variant;
                }));
    }

    private static void neverNegative(RuleScene scene, Receipt receipt) {
        Said said = Said.of(receipt);
        for (Award award : said.awards()) {
            Expect.that(scene + ": an award of " + award.points() + " points", award.points() > 0);
            Expect.that(
                    scene + ": " + award.points() + " points where " + award.wanted() + " were wanted",
                    award.points() <= award.wanted());
        }
        Expect.that(scene + ": " + receipt.earned() + " points in all", receipt.earned() >= said.points());
        Expect.equal(scene + ": points taken by what was bought", 0L, receipt.revoked());
    }
}
