package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.examples.replay.History;
import io.loyalty4j.examples.replay.Invoice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the page says.
 *
 * @param scope what was replayed, in a sentence
 */
record Report(String title, String scope, List<Part> parts) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /**
     * Compares.
     *
     * @param source of the history, for people
     * @param trials of one history, two at least
     */
    static Report of(String source, List<Trial> trials) {
        List<Gains> gains = Gains.of(trials);
        return new Report(
                "What if: " + names(trials.subList(1, trials.size())) + " instead of "
                        + trials.get(0).name(),
                scope(source, trials.get(0)),
                List.of(
                        SummaryPart.of(trials, gains),
                        PointsPart.of(trials),
                        LiabilityPart.of(trials),
                        TierCostPart.of(trials),
                        TiersPart.of(trials),
                        GainsPart.of(gains),
                        CohortsPart.of(trials),
                        RulesPart.of(trials),
                        MethodPart.of(trials)));
    }

    private static String names(List<Trial> trials) {
        return trials.stream().map(Trial::name).collect(Collectors.joining(" and "));
    }

    /** {@code sample.csv: 213 orders and 40 cancellations of 30 members, 6 Aug 2018 to 12 Feb 2021}. */
    static String scope(String source, Trial trial) {
        History history = trial.history();
        long cancellations =
                history.invoices().stream().filter(Invoice::cancellation).count();
        long members = history.invoices().stream()
                .filter(invoice -> !invoice.cancellation())
                .map(Invoice::member)
                .distinct()
                .count();
        return source + ": " + Figures.plural(history.invoices().size() - cancellations, "order") + " and "
                + Figures.plural(cancellations, "cancellation") + " of " + Figures.plural(members, "member") + ", "
                + day(trial, history.invoices().get(0).at()) + " to " + day(trial, history.end());
    }

    private static String day(Trial trial, Instant instant) {
        return LocalDate.ofInstant(instant, trial.program().zone()).format(DAY);
    }
}
