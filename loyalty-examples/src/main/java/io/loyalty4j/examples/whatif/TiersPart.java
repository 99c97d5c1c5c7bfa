package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.tier.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How many members have which tier, month by month. */
final class TiersPart {
    private final List<OfProgram> programs;
    private final Months months;

    private TiersPart(List<Trial> trials) {
        this.programs = trials.stream().map(OfProgram::of).toList();
        this.months = new Months(trials);
    }

    static Part of(List<Trial> trials) {
        TiersPart part = new TiersPart(trials);
        Set<String> tiers = new LinkedHashSet<>();
        part.programs.forEach(program -> tiers.addAll(program.tiers()));
        List<Figure> figures = new ArrayList<>();
        tiers.forEach(tier -> figures.add(part.figure("tier-" + figures.size(), tier)));
        return new Part(
                "tiers",
                "Members by tier",
                List.of("At each month's end. A member joins with the first order and does not leave."),
                figures);
    }

    private Figure figure(String id, String tier) {
        List<Series> series = programs.stream()
                .filter(program -> program.tiers().contains(tier))
                .map(program -> Series.of(program.name(), program.counts().of(tier)))
                .toList();
        return Figure.of(
                months.plot(id, "Members in " + tier, series),
                months.table(
                        "Members in " + tier + " at the month's end, by month and program",
                        series.stream().map(Series::name).toList(),
                        (column, month) ->
                                Figures.of(series.get(column).values().get(month))));
    }

    /** @param tiers of its ladder, the lowest first */
    private record OfProgram(String name, List<String> tiers, TierMonths counts) {
        static OfProgram of(Trial trial) {
            List<String> tiers = trial.program().ladder().rungs().stream()
                    .map(Standing.Rung::tier)
                    .toList();
            return new OfProgram(trial.name(), tiers, TierMonths.of(trial));
        }
    }
}
