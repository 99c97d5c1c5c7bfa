package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.examples.replay.History;
import io.loyalty4j.examples.replay.HistoryReader;
import io.loyalty4j.examples.replay.HistorySource;
import io.loyalty4j.examples.replay.Progress;
import io.loyalty4j.examples.replay.UnreadableHistoryException;
import io.loyalty4j.insight.Movement;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Replays one order history under two or more programs and writes a page that compares them: {@code mvn -q compile exec:java -Pwhatif}, or with
 * {@code -Dexec.args="history.csv.gz --out report.html"} for a history of one's own, in the format of the UCI set "Online Retail".
 *
 * <p>{@code --programs today,no-november} names those of {@link Plans} to compare, {@code --worth 0.02} what a point is worth in all of them, and
 * {@code --redemption 0.85} the share of points that is expected to be redeemed.
 */
public final class WhatIf {
    static final int FINE = 0;
    static final int UNUSABLE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    WhatIf(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    /** Ends the process with 2 if what was asked cannot be done. */
    public static void main(String[] args) {
        int code = new WhatIf(System.out, System.err, Progress.on(System.err)).run(args);
        if (code != FINE) {
            System.exit(code);
        }
    }

    int run(String... words) {
        try {
            compare(Asked.of(words));
            return FINE;
        } catch (UnusableArgumentsException e) {
            e.problems().forEach(err::println);
        } catch (UnreadableHistoryException e) {
            err.println(e.getMessage());
        }
        return UNUSABLE;
    }

    private void compare(Asked asked) {
        String source = asked.sources().stream().map(HistorySource::file).collect(Collectors.joining(", "));
        History history = new HistoryReader(asked.plans().get(0).program().zone(), progress).read(asked.sources());
        if (history.invoices().isEmpty()) {
            throw new UnusableArgumentsException(
                    List.of(source + ": has no order of a customer that could be replayed"));
        }
        List<Trial> trials = new SideBySide(history, progress).under(asked.plans(), asked.estimate());
        asked.out().write(Page.of(Report.of(source, trials)));
        summary(source, trials);
        out.println("The report is in " + asked.out());
    }

    private void summary(String source, List<Trial> trials) {
        Gains gains = Gains.of(trials).get(0);
        out.println(Report.scope(source, trials.get(0)));
        line("points issued", trials, trial -> Figures.of(trial.all().flows().of(Movement.ISSUED)));
        line("points outstanding", trials, trial -> Figures.of(trial.last().closing()));
        line(
                "cost in percent of sales",
                trials,
                trial -> Cells.percent(SummaryPart.cost(trial).percent()));
        out.println("members under " + gains.other().name() + ": " + Figures.of(gains.count(1)) + " gain, "
                + Figures.of(gains.count(-1)) + " lose, " + Figures.of(gains.count(0)) + " get the same");
    }

    private void line(String what, List<Trial> trials, Function<Trial, String> figure) {
        out.println(what + ": "
                + trials.stream()
                        .map(trial -> figure.apply(trial) + " " + trial.name())
                        .collect(Collectors.joining(", ")));
    }
}
