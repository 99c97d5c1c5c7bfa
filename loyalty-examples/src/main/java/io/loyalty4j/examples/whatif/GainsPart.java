package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import java.util.ArrayList;
import java.util.List;

/** Who is better off under another program than under the first, and who is worse off. */
final class GainsPart {
    private static final int SHOWN = 10;

    private final Gains gains;
    private final String first;
    private final String other;
    private final String currency;

    private GainsPart(Gains gains) {
        this.gains = gains;
        this.first = gains.first().name();
        this.other = gains.other().name();
        this.currency = gains.first().program().currency().getCurrencyCode();
    }

    static Part of(List<Gains> all) {
        List<String> words = new ArrayList<>(
                List.of(
                        "What a member was given is the worth of the points given to them, less those taken back, whether they were used or not."));
        List<Figure> figures = new ArrayList<>();
        for (Gains gains : all) {
            GainsPart part = new GainsPart(gains);
            words.add(part.sentence());
            figures.add(part.distribution());
            figures.add(part.most("gain", 1));
            figures.add(part.most("lose", -1));
        }
        return new Part("gains", "Who gains and who loses", words, figures);
    }

    private String sentence() {
        return "Under " + other + ", of " + Figures.plural(gains.members().size(), "member") + " "
                + Figures.of(gains.count(1)) + " gain, " + Figures.of(gains.count(-1)) + " lose and "
                + Figures.of(gains.count(0)) + " get the same as under " + first + ".";
    }

    private Figure distribution() {
        List<String> labels = Step.ALL.stream().map(Step::words).toList();
        List<Long> counts = Step.ALL.stream()
                .map(step -> gains.members().stream().filter(step::has).count())
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            rows.add(new Row(labels.get(i), List.of(Figures.of(counts.get(i)))));
        }
        BarPlot plot = new BarPlot(
                "gains-" + gains.place(),
                "Members by what they gain under " + other + ", " + currency,
                "",
                labels,
                List.of(Series.of("members", counts)));
        String all = Figures.of(gains.members().size());
        Table table = Table.of(
                        "Members by what each gains under " + other + " over " + first + ", " + currency,
                        "A member",
                        List.of("Members"),
                        rows)
                .sums(List.of(new Row("All", List.of(all))));
        return Figure.of(plot, table);
    }

    private Figure most(String word, int direction) {
        List<Row> rows = gains.most(direction, SHOWN).stream().map(this::row).toList();
        return Figure.of(
                "Who " + word + "s most under " + other,
                Table.of(
                        rows.isEmpty()
                                ? "No member " + word + "s under " + other
                                : "Who " + word + "s most, at most " + SHOWN
                                        + ": points under each program, and the difference in " + currency,
                        "Member",
                        List.of(first, other, "Difference"),
                        rows));
    }

    private Row row(Gain gain) {
        return new Row(
                gain.member().value(),
                List.of(Figures.of(gain.before()), Figures.of(gain.after()), Cells.difference(gain.more())));
    }
}
