package io.loyalty4j.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A rule is asked by many tills at once. */
final class RuleThreadChecks {
    private static final int THREADS = 4;
    private static final int ROUNDS = 5;

    private RuleThreadChecks() {}

    static List<RuleClause> all() {
        return List.of(new RuleClause("asked by several threads at once, it says the same", RuleThreadChecks::atOnce));
    }

    private static void atOnce(RuleTrial trial) throws Exception {
        List<Said> first = trial.scenes().stream().map(trial::first).toList();
        List<Optional<AssertionError>> faults = AtOnce.times(THREADS, thread -> fault(trial, first, thread));
        for (Optional<AssertionError> fault : faults) {
            if (fault.isPresent()) {
                throw fault.get();
            }
        }
    }

    private static Optional<AssertionError> fault(RuleTrial trial, List<Said> first, int thread) {
        List<Integer> turns =
                new ArrayList<>(IntStream.range(0, first.size()).boxed().toList());
        Collections.rotate(turns, thread);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                turns.forEach(turn -> same(trial, trial.scenes().get(turn), first.get(turn)));
            }
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }

    private static void same(RuleTrial trial, RuleScene scene, Said first) {
        Expect.equal(
                scene + ": asked by " + THREADS + " threads at once, the rule says something else",
                first,
                trial.first(scene));
    }
}
