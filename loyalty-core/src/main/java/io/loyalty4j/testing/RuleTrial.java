package io.loyalty4j.testing;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A rule, put to scene after scene. */
final class RuleTrial {
    private final RuleBench bench;
    private final LoyaltyProgram plain;
    private final List<RuleScene> scenes;

    RuleTrial(RuleBench bench) {
        this.bench = bench;
        this.plain = bench.programs().plain();
        this.scenes = new RuleScenes(bench, plain).all();
    }

    EarnRule rule() {
        return bench.rule();
    }

    RulePrograms programs() {
        return bench.programs();
    }

    /** The program with the rule and the base rate. */
    LoyaltyProgram plain() {
        return plain;
    }

    List<RuleScene> scenes() {
        return scenes;
    }

    void onEach(Consumer<RuleScene> law) {
        scenes.forEach(scene -> asked(scene, () -> {
            law.accept(scene);
            return scene;
        }));
    }

    void onOrders(Consumer<RuleScene> law) {
        onEach(scene -> scene.order().ifPresent(order -> law.accept(scene)));
    }

    void onActivities(Consumer<RuleScene> law) {
        onEach(scene -> scene.activity().ifPresent(activity -> law.accept(scene)));
    }

    /** The first thing that the rule says to a scene in a shop. */
    Said first(RuleScene scene) {
        return asked(scene, () -> RuleVisit.first(plain, scene));
    }

    /** What the rule throws is told with the scene. */
    static <T> T asked(RuleScene scene, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuleFailedException e) {
            throw failed(scene, e);
        }
    }

    private static AssertionError failed(RuleScene scene, RuleFailedException e) {
        Throwable cause = e.getCause();
        return cause == null
                ? new AssertionError(scene + ": " + e.getMessage(), e)
                : new AssertionError(scene + ": the rule threw " + cause, cause);
    }
}
