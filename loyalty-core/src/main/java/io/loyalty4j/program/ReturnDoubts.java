package io.loyalty4j.program;

import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.TierLadder;
import java.util.List;
import java.util.function.Consumer;

/** Doubts about what a return cannot take back. */
final class ReturnDoubts {
    private ReturnDoubts() {}

    static void unfrozen(Study study, Consumer<Finding> report) {
        study.rules().forEach((id, probes) -> {
            if (probes.traits().ofOrders()) {
                probes.traits()
                        .ownConditions()
                        .forEach(words -> report.accept(new Finding(
                                "earn[" + id + "]",
                                "a condition of one's own is not asked again on a return: \"" + words
                                        + "\" may hold no more, and what was given stays until the last piece comes back",
                                "buy several pieces so that it holds, and return all but one: the points of " + id
                                        + " on that one stay")));
            }
        });
    }

    static void wonAcrossOrders(Study study, Consumer<Finding> report) {
        if (!study.draft().activation().immediate()) {
            return;
        }
        String base = study.tiers().get(0);
        study.rules()
                .forEach((id, probes) -> probes.traits()
                        .wonAcrossOrders(base)
                        .ifPresent(what -> report.accept(new Finding(
                                "earn[" + id + "]",
                                "points are usable at once, while goods can come back: " + what,
                                "buy what it takes, spend the points, and return all other orders; activation(after(..)) of the time"
                                        + " in which goods can come back prevents it"))));
    }

    static void keptTier(Study study, Consumer<Finding> report) {
        List<Standing.Rung> rungs = study.program().ladder().rungs();
        if (study.program().policy(TierOnReturn.class) == TierOnReturn.KEPT && rungs.size() > 1) {
            Standing.Rung highest = rungs.get(rungs.size() - 1);
            String measure = study.program().ladder().measure();
            boolean spend = measure.equals(TierLadder.SPEND);
            String threshold =
                    spend ? study.worth().money(highest.from()) : highest.from().toPlainString() + " " + measure;
            report.accept(new Finding(
                    "policy",
                    "TierOnReturn.KEPT gives status for a returned order: " + threshold
                            + (spend ? " spent" : " reached") + " and returned leaves " + highest.tier(),
                    "buy for " + threshold + ", return all of it, and look at the account's tier: " + highest.tier()));
        }
    }
}
