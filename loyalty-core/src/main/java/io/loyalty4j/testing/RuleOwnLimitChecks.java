package io.loyalty4j.testing;

import io.loyalty4j.testing.RuleLife.Booked;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The limits that a rule says itself are kept. */
final class RuleOwnLimitChecks {
    private RuleOwnLimitChecks() {}

    static List<RuleClause> all() {
        return List.of(new RuleClause(
                "its own limits are kept, however often the samples come",
                trial -> keeps(RuleLife.of(trial, trial.plain()))));
    }

    /** Nobody outside knows the limits; but what they left is kept with each order, and who had all of it gets no more in the same moment. */
    private static void keeps(List<Booked> life) {
        Set<String> used = new HashSet<>();
        for (Booked booked : life) {
            Said said = booked.said();
            said.contributions()
                    .forEach(one -> one.most()
                            .ifPresent(most -> Expect.atMost(
                                    booked.scene() + ": its limits left it less than the rule gives",
                                    most,
                                    said.points())));
            String moment = booked.member() + " " + booked.scene().at();
            if (used.contains(moment)) {
                Expect.atMost(booked.scene() + ": points after a limit had left nothing", 0, said.points());
            }
            if (said.silences().stream()
                    .anyMatch(silence -> silence.reason().code().equals("limit"))) {
                used.add(moment);
            }
        }
    }
}
