package io.loyalty4j.testing;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.shop.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The same occasion gives the same answer. */
final class RuleSamenessChecks {
    private static final int TIMES = 3;
    private static final int THREADS = 4;
    private static final int ROUNDS = 5;

    private RuleSamenessChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause("asked again, it says the same", trial -> trial.onEach(scene -> again(trial, scene))),
                new RuleClause("asked about other things in between, it says the same", RuleSamenessChecks::between),
                new RuleClause("asked by several threads at once, it says the same", RuleSamenessChecks::atOnce));
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
        List<RuleScene> scenes = new ArrayList<>(trial.scenes());
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
        trial.scenes().stream().filter(other -> other != scene).forEach(trial::first);
        for (Command variant : RuleVariants.of(scene.sample())) {
            try {
                RuleVisit.to(trial.plain(), scene).answers(variant);
            } catch (LoyaltyException told) {
                continue;
            }
        }
    }

    private static void atOnce(RuleTrial trial) throws Exception {
        List<RuleScene> scenes = trial.scenes();
        List<Said> first = scenes.stream().map(trial::first).toList();
        List<Optional<AssertionError>> faults =
                AtOnce.times(THREADS, thread -> fault(() -> askAll(trial, first, thread)));
        for (Optional<AssertionError> fault : faults) {
            if (fault.isPresent()) {
                throw fault.get();
            }
        }
    }

    private static void askAll(RuleTrial trial, List<Said> first, int thread) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            turns.add(i);
        }
        Collections.rotate(turns, thread);
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn : turns) {
                RuleScene scene = trial.scenes().get(turn);
                Expect.equal(
                        scene + ": asked by " + THREADS + " threads at once, the rule says something else",
                        first.get(turn),
                        trial.first(scene));
            }
        }
    }

    private static Optional<AssertionError> fault(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }
}
