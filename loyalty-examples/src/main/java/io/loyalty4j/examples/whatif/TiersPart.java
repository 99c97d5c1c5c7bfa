package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.tier.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many members have which tier, month by month. */
final class TiersPart {
    private final Map<Trial, TierMonths> counts = new LinkedHashMap<>();
    private final Months months;

    private TiersPart(List<Trial> trials) {
        trials.forEach(trial -> counts.put(trial, TierMonths.of(trial)));
        this.months = new Months(trials);
    }

    static Part of(List<Trial> trials) {
        TiersPart part = new TiersPart(trials);
        Set<String> tiers = new LinkedHashSet<>();
        trials.forEach(trial -> tiers.addAll(tiers(trial)));
        List<Figure> figures = new ArrayList<>();
        tiers.forEach(tier -> figures.add(part.figure("tier-" + figures.size(), tier)));
        return new Part(
                "tiers",
                "Members by tier",
                List.of("At each month's end. A member joins with the first order and does not leave."),
                figures);
    }

    private static List<String> tiers(Trial trial) {
        return trial.program().ladder().rungs().stream()
                .map(Standing.Rung::tier)
                .toList();
    }

    private Figure figure(String id, String tier) {
        List<Trial> having = counts.keySet().stream()
                .filter(trial -> tiers(trial).contains(tier))
                .toList();
        List<Series> series = having.stream()
                .map(trial -> Series.of(trial.name(), counts.get(trial).of(tier)))
                .toList();
        return Figure.of(
                months.plot(id, "Members in " + tier, series),
                months.table(
                        "Members in " + tier + " at the month's end, by month and program",
                        having.stream().map(Trial::name).toList(),
                        (column, month) ->
                                Figures.of(series.get(column).values().get(month))));
    }
}
