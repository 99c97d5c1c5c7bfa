package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.insight.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The programs, and what one would like to know first. */
final class SummaryPart {
    private final List<Trial> trials;
    private final List<Gains> gains;

    private SummaryPart(List<Trial> trials, List<Gains> gains) {
        this.trials = trials;
        this.gains = gains;
    }

    static Part of(List<Trial> trials, List<Gains> gains) {
        SummaryPart part = new SummaryPart(trials, gains);
        return new Part(
                "summary",
                "At a glance",
                List.of(),
                List.of(Figure.of("The programs", part.programs()), Figure.of("What they came to", part.totals())));
    }

    private Table programs() {
        List<Row> rows = trials.stream()
                .map(trial -> new Row(trial.name(), List.of(trial.plan().words())))
                .toList();
        return Table.of("What each program promises", "Program", List.of("Promise"), rows)
                .inWords();
    }

    private Table totals() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Points issued", trial -> points(trial, Movement.ISSUED)));
        rows.add(row("Points taken back with returns", trial -> points(trial, Movement.REVOKED)));
        rows.add(row(
                "Points given, less taken back",
                trial -> Figures.of(Fate.of(trial).given())));
        rows.add(row(
                "Points redeemed, less given back",
                trial -> Figures.of(Fate.of(trial).redeemed())));
        rows.add(row("Points expired", trial -> points(trial, Movement.EXPIRED)));
        rows.add(row(
                "Points outstanding at the end",
                trial -> Figures.of(trial.last().closing())));
        rows.add(row(
                "Points that members owe, taken off from these",
                trial -> Figures.of(trial.last().ageing().debt())));
        rows.add(row(
                "Redeemed of the points given",
                trial -> Cells.percent(Fate.of(trial).redeemedOfGiven())));
        rows.add(row(
                "Expired of the points given",
                trial -> Cells.percent(Fate.of(trial).expiredOfGiven())));
        rows.add(row(
                "Redeemed of those redeemed or expired",
                trial -> Cells.percent(Fate.of(trial).redeemedOfEnded())));
        rows.add(row(
                "The same as expected for liability and cost (--redemption)",
                trial -> Cells.percent(Optional.of(trial.estimate().percent()))));
        rows.add(row(
                "Liability at the end, " + trials.get(0).program().currency(),
                trial -> Cells.amount(trial.liability(trial.last()).amount())));
        rows.add(row(
                "Cost in percent of sales", trial -> Cells.percent(cost(trial).percent())));
        rows.add(row("Members who gain over " + trials.get(0).name(), trial -> members(trial, 1)));
        rows.add(row("Members who lose", trial -> members(trial, -1)));
        return Table.of(
                "The whole time under each program",
                "Figure",
                trials.stream().map(Trial::name).toList(),
                rows);
    }

    private Row row(String head, Function<Trial, String> cell) {
        return new Row(head, trials.stream().map(cell).toList());
    }

    private static String points(Trial trial, Movement movement) {
        return Figures.of(trial.all().flows().of(movement));
    }

    static TierSales cost(Trial trial) {
        return TierSales.sum(TierSales.of(trial));
    }

    private String members(Trial trial, int direction) {
        return gains.stream()
                .filter(each -> each.other().equals(trial))
                .map(each -> Figures.of(each.count(direction)))
                .findFirst()
                .orElse("–");
    }
}
