package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.examples.replay.History;
import io.loyalty4j.examples.replay.Replay;
import java.util.ArrayList;
import java.util.List;

/** What the figures rest on. */
final class MethodPart {
    private MethodPart() {}

    static Part of(List<Trial> trials) {
        History history = trials.get(0).history();
        List<String> words = new ArrayList<>();
        words.add(Figures.plural(history.linesRead(), "line") + " were read and " + Figures.of(history.linesSkipped())
                + " of them skipped, most of them for want of a customer.");
        words.add("Members do the same under every program. " + Replay.BEHAVIOUR.replace('\n', ' '));
        words.add(Given.WORDS);
        trials.forEach(trial -> words.add(worth(trial)));
        trials.stream()
                .filter(trial -> !trial.tally().notBooked().isEmpty())
                .forEach(trial -> words.add("Under " + trial.name() + ", "
                        + notBooked(trial.tally().notBooked().size())));
        return new Part("method", "How this was reckoned", words, List.of());
    }

    /** {@code 1 order or return could not be booked.} */
    static String notBooked(int count) {
        return Figures.of(count) + (count == 1 ? " order or return" : " orders or returns") + " could not be booked.";
    }

    private static String worth(Trial trial) {
        Estimate estimate = trial.estimate();
        return "A point of " + trial.name() + " is worth " + estimate.worthIn(trial.program())
                + (estimate.worth().isPresent()
                        ? ", as given by --worth"
                        : ", which is what the cheapest discount gives for it")
                + "; " + estimate.percent().toPlainString()
                + " % of the points are expected to be redeemed.";
    }
}
