package io.loyalty4j.testing;

import java.util.List;

/** A rule has an answer to everything, and gives something now and then. */
final class RuleAnswerChecks {
    private RuleAnswerChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause("it answers every sample", trial -> trial.onEach(trial::first)),
                new RuleClause("it gives something on some sample", RuleAnswerChecks::gives));
    }

    private static void gives(RuleTrial trial) {
        boolean atOnce =
                trial.scenes().stream().map(trial::first).toList().stream().anyMatch(Said::gives);
        if (!atOnce
                && RuleLife.of(trial, trial.plain()).stream()
                        .noneMatch(booked -> booked.said().gives())) {
            throw new AssertionError(
                    "the rule gave nothing on any sample: give it samples on which it does\n" + samples(trial));
        }
    }

    private static String samples(RuleTrial trial) {
        return String.join(
                "\n",
                trial.scenes().stream()
                        .map(scene -> "  " + scene + ": " + trial.first(scene))
                        .toList());
    }
}
