package io.loyalty4j.program;

import io.loyalty4j.program.Moment.Kind;
import io.loyalty4j.program.MomentTerms.Over;
import java.time.Duration;
import java.time.Period;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Doubts about gifts of moments: those that somebody can have made come as often as they like, and those that nothing bounds. */
final class MomentDoubts {
    /** The time in which a consumer of the European Union may send back what was bought at a distance. */
    private static final Duration WITHDRAWAL = Duration.ofDays(14);

    private MomentDoubts() {}

    static void saidBirthday(Study study, Consumer<Finding> report) {
        doubt(
                study,
                (moment, terms) ->
                        moment.kind() == Kind.BIRTHDAY && terms.coolingOff().equals(Period.ZERO),
                "who enters tomorrow's date has it tomorrow",
                "enrol with tomorrow as the birthday; coolingOff(..) prevents it",
                report);
    }

    static void keptWithoutTheOrder(Study study, Consumer<Finding> report) {
        doubt(
                study,
                (moment, terms) -> moment.kind() == Kind.AFTER_ORDER
                        && moment.pause().compareTo(WITHDRAWAL) < 0
                        && unlimited(terms),
                "stays when the order comes back later, and comes again with the next order",
                "buy, wait, and send everything back, again and again; oncePer(..) limits how often",
                report);
    }

    static void paidPause(Study study, Consumer<Finding> report) {
        doubt(
                study,
                (moment, terms) -> moment.kind() == Kind.DORMANT && unlimited(terms),
                "comes again after every pause, however small the order between them",
                "buy next to nothing, stay away, and do so again; oncePer(..) limits how often",
                report);
    }

    static void boundlessDraw(Study study, Consumer<Finding> report) {
        doubt(
                study,
                (moment, terms) -> terms.gifts().get(0).clause().equals(MomentTerms.DRAW)
                        && terms.bounds().stream().noneMatch(bound -> bound.over() == Over.ALL),
                "nothing bounds what all members win together",
                "count the members who come to it in a month; atMostPoints(..).inAll() is a budget",
                report);
    }

    private static boolean unlimited(MomentTerms terms) {
        return terms.times().isEmpty() && terms.bounds().stream().noneMatch(bound -> bound.over() == Over.PERIOD);
    }

    private static void doubt(
            Study study,
            BiPredicate<Moment, MomentTerms> about,
            String problem,
            String howToSee,
            Consumer<Finding> report) {
        study.program().moments().forEach((id, moment) -> {
            if (!moment.terms().gifts().isEmpty() && about.test(moment, moment.terms())) {
                report.accept(new Finding("moment[" + id + "]", moment.describe() + ": " + problem, howToSee));
            }
        });
    }
}
