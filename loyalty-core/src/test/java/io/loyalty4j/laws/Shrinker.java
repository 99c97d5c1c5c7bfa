package io.loyalty4j.laws;

import io.loyalty4j.laws.Scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing scenario smaller as long as it fails: first without steps, then with simpler commands, then under a simpler program. */
final class Shrinker {
    private static final int MOST_TRIES = 20_000;

    private final Predicate<Scenario> fails;
    private int tries;

    Shrinker(Predicate<Scenario> fails) {
        this.fails = fails;
    }

    Scenario shrink(Scenario failing) {
        Scenario small = failing;
        Scenario before;
        do {
            before = small;
            small = simplerPrograms(simplerSteps(fewerSteps(small)));
        } while (!small.equals(before) && tries < MOST_TRIES);
        return small;
    }

    private boolean stillFails(Scenario scenario) {
        tries++;
        return tries <= MOST_TRIES && fails.test(scenario);
    }

    private Scenario fewerSteps(Scenario failing) {
        return failing.steps(Fewer.of(failing.steps(), steps -> stillFails(failing.steps(steps))));
    }

    private Scenario simplerSteps(Scenario failing) {
        Scenario small = failing;
        for (int i = 0; i < small.steps().size(); i++) {
            Optional<Scenario> simpler = Optional.of(small);
            while (simpler.isPresent()) {
                small = simpler.get();
                simpler = simplerStep(small, i);
            }
        }
        return small;
    }

    private Optional<Scenario> simplerStep(Scenario scenario, int i) {
        for (Step step : Simpler.steps(scenario, i)) {
            List<Step> steps = new ArrayList<>(scenario.steps());
            steps.set(i, step);
            Scenario candidate = scenario.steps(steps);
            if (stillFails(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Scenario simplerPrograms(Scenario failing) {
        Scenario small = failing;
        Optional<Scenario> simpler = Optional.of(failing);
        while (simpler.isPresent()) {
            small = simpler.get();
            simpler = Simpler.programs(small).stream().filter(this::stillFails).findFirst();
        }
        return small;
    }
}
