package io.loyalty4j.simulation;

import io.loyalty4j.laws.Fewer;
import io.loyalty4j.laws.LawBroken;
import io.loyalty4j.simulation.Script.Act;
import java.util.List;

/** Tells of a difference by the shortest script that shows it. */
final class Failure {
    private Failure() {}

    /** Plays a script; if it fails, by what is left of it when nothing more can be left out. */
    static void explained(long seed, Script script, Tally tally) {
        try {
            new Simulation(script, tally).run();
        } catch (LawBroken broken) {
            throw explained(seed, script, broken);
        }
    }

    private static AssertionError explained(long seed, Script script, LawBroken broken) {
        List<Act> acts = script.acts();
        List<Act> before;
        do {
            before = acts;
            acts = Fewer.of(acts, some -> breaks(script.acts(some), broken.law()));
        } while (acts.size() < before.size());
        Script small = script.acts(acts);
        return new AssertionError(
                "seed " + seed + ": " + failing(small, broken).getMessage() + "\nThe shortest script that shows it, "
                        + acts.size() + " steps:\n" + small,
                broken);
    }

    private static LawBroken failing(Script script, LawBroken otherwise) {
        try {
            new Simulation(script, new Tally()).run();
            return otherwise;
        } catch (LawBroken broken) {
            return broken;
        }
    }

    private static boolean breaks(Script script, String law) {
        try {
            new Simulation(script, new Tally()).run();
            return false;
        } catch (LawBroken broken) {
            return broken.law().equals(law);
        }
    }
}
