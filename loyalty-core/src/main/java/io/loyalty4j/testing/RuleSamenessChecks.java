package io.loyalty4j.testing;

import io.loyalty4j.shop.Order;
import java.util.List;

/** The same occasion gives the same answer. */
final class RuleSamenessChecks {
    private static final int TIMES = 3;

    private RuleSamenessChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause("asked again, it says the same", trial -> trial.onEach(scene -> again(trial, scene))),
                new RuleClause("asked about other things in between, it says the same", RuleSamenessChecks::between));
    }

    private static void again(RuleTrial trial, RuleScene scene) {
        Said first = trial.first(scene);
        for (int i = 0; i < TIMES; i++) {
            Expect.equal(scene + ": asked again, the rule says something else", first, trial.first(scene));
        }
        scene.order().ifPresent(order -> quotes(trial, scene, order));
    }

    private static void quotes(RuleTrial trial, RuleScene scene, Order order) {
        RuleVisit visit = RuleVisit.to(trial.plain(), scene);
        Said first = Said.of(visit.quotes(order));
        for (int i = 0; i < TIMES; i++) {
            Expect.equal(scene + ": quoted again, the rule says something else", first, Said.of(visit.quotes(order)));
        }
    }

    private static void between(RuleTrial trial) {
        List<RuleScene> scenes = trial.scenes();
        List<Said> first = scenes.stream().map(trial::first).toList();
        for (int i = scenes.size() - 1; i >= 0; i--) {
            RuleScene scene = scenes.get(i);
            others(trial, scene);
            Expect.equal(
                    scene + ": asked about other things in between, the rule says something else",
                    first.get(i),
                    trial.first(scene));
        }
    }

    /** What the rule says to the other samples, and to those like it; that it throws there is for another check to tell. */
    private static void others(RuleTrial trial, RuleScene scene) {
        trial.scenes().stream().filter(other -> !other.equals(scene)).forEach(trial::first);
        RuleVariants.of(scene.sample())
                .forEach(variant -> RuleVisit.to(trial.plain(), scene).tries(variant));
    }
}
