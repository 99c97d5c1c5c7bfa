package io.loyalty4j.testing;

import io.loyalty4j.shop.Activity;
import java.util.List;
import java.util.Optional;

/** An activity that is undone takes along what it gave. */
final class RuleRetractionChecks {
    private RuleRetractionChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause(
                        "an activity that is undone leaves no points and no debt",
                        trial -> trial.onActivities(scene -> undone(trial, scene))),
                new RuleClause(
                        "an activity that is undone before it comes gives nothing",
                        trial -> trial.onActivities(scene -> undoneBefore(trial, scene))));
    }

    private static void undone(RuleTrial trial, RuleScene scene) {
        Activity activity = scene.activity().orElseThrow();
        RuleVisit visit = RuleVisit.to(trial.plain(), scene);
        String before = points(visit, scene);
        visit.books(activity);
        visit.books(activity.retraction());
        Expect.equal(scene + ", which is undone", before, points(visit, scene));
    }

    private static void undoneBefore(RuleTrial trial, RuleScene scene) {
        Activity activity = scene.activity().orElseThrow();
        RuleVisit visit = RuleVisit.to(trial.plain(), scene);
        String before = points(visit, scene);
        visit.books(activity.retraction());
        visit.books(activity);
        Expect.equal(scene + ", which is undone before it comes", before, points(visit, scene));
    }

    private static String points(RuleVisit visit, RuleScene scene) {
        return RuleState.of(visit, scene.sample().member(), Optional.empty()).points();
    }
}
