package io.loyalty4j.program;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.tier.TierLadder;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Doubts about what takes part in a program: tiers that nothing leads to, currencies that no order can have. */
final class ScopeDoubts {
    private ScopeDoubts() {}

    static void unreachable(Study study, Consumer<Finding> report) {
        if (study.program().plan().countsNothing()) {
            List<String> tiers = study.tiers();
            report.accept(new Finding(
                    "excluding", "no line can take part in the program", "quote any order: 0 points, and no progress"));
            boolean otherwise = study.program().ladder().measure().equals(TierLadder.POINTS)
                    && !study.program().plan().activities().isEmpty();
            tiers.stream()
                    .skip(otherwise ? tiers.size() : 1)
                    .forEach(tier -> report.accept(new Finding(
                            "tiers",
                            "nobody can reach " + tier + ": no line counts towards it",
                            "buy for any amount: the member stays " + tiers.get(0))));
        }
    }

    static void otherCurrencies(Study study, Consumer<Finding> report) {
        study.rules().forEach((id, probes) -> otherCurrencies(study, "earn[" + id + "]", probes, report));
        study.program()
                .rewards()
                .forEach((id, reward) -> otherCurrencies(study, "reward[" + id + "]", reward.probes(), report));
    }

    private static void otherCurrencies(Study study, String path, Probes probes, Consumer<Finding> report) {
        Set<String> asked = new TreeSet<>();
        probes.attributes().forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).equals("currency")) {
                asked.addAll(values);
            }
        });
        asked.retainAll(Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toSet()));
        asked.remove(study.draft().currency());
        asked.removeAll(study.draft().rates().keySet());
        asked.forEach(code -> report.accept(new Finding(
                path,
                "asks for orders in " + code + ", for which there is no rate: only orders in "
                        + study.draft().currency() + " are accepted",
                "quote an order in " + code + ": it would be refused")));
    }
}
