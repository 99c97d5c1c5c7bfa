package io.loyalty4j.laws;

import java.util.function.Consumer;

/** Tells of a broken law by the smallest scenario that breaks it. */
final class Failures {
    private Failures() {}

    static void explained(long seed, Scenario scenario, Consumer<Scenario> run) {
        try {
            run.accept(scenario);
        } catch (LawBroken broken) {
            throw explained(seed, scenario, broken, run);
        }
    }

    static AssertionError explained(long seed, Scenario scenario, LawBroken broken, Consumer<Scenario> run) {
        Scenario small = new Shrinker(each -> breaks(broken.law(), each, run)).shrink(scenario);
        LawBroken last = broken;
        try {
            run.accept(small);
        } catch (LawBroken again) {
            last = again;
        }
        return new AssertionError(
                "seed " + seed + " breaks the law: " + last.getMessage() + "\nThe smallest scenario that does:\n"
                        + small,
                last);
    }

    private static boolean breaks(String law, Scenario scenario, Consumer<Scenario> run) {
        try {
            run.accept(scenario);
            return false;
        } catch (LawBroken broken) {
            return broken.law().equals(law);
        } catch (RuntimeException impossible) {
            return false;
        }
    }
}
