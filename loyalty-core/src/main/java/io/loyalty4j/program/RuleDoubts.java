package io.loyalty4j.program;

import io.loyalty4j.earn.RuleTraits;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;

/** Doubts about single rules: those that never give anything, and those that give something for next to nothing. */
final class RuleDoubts {
    private RuleDoubts() {}

    static void idle(Study study, Consumer<Finding> report) {
        LoyaltyProgram program = study.program();
        program.plan()
                .idle(Set.copyOf(study.tiers()), program.inForceFrom())
                .forEach((rule, why) -> report.accept(new Finding(
                        "earn[" + rule + "]",
                        "can never give anything: " + why,
                        "quote whatever it was meant for: the quote lists " + rule
                                + " among the silent rules, or not at all")));
        study.draft()
                .most()
                .filter(limit -> limit.most() == 0)
                .ifPresent(limit -> report.accept(new Finding(
                        "atMostPoints", "nobody can earn a point: the limit is 0", "quote any order: 0 points")));
    }

    static void unlimited(Study study, Consumer<Finding> report) {
        study.rules().forEach((id, probes) -> {
            RuleTraits rule = probes.traits();
            rule.withoutMinimum()
                    .ifPresent(points -> report.accept(new Finding(
                            "earn[" + id + "]",
                            "gives " + study.worth().of(points) + ", on an order of any amount",
                            "buy anything for "
                                    + study.worth()
                                            .money(BigDecimal.ONE.movePointLeft(
                                                    study.worth().decimals()))
                                    + "; a minimum such as when(orderFrom(..)) prevents it")));
        });
    }
}
