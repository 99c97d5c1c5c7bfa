package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.Figures;
import io.loyalty4j.examples.replay.History;
import io.loyalty4j.examples.replay.Replay;
import java.math.BigDecimal;
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
        trials.forEach(trial -> words.add(worth(trial)));
        trials.stream()
                .filter(trial -> !trial.tally().notBooked().isEmpty())
                .forEach(trial -> words.add("Under " + trial.name() + ", "
                        + Figures.plural(trial.tally().notBooked().size(), "order or return")
                        + " could not be booked."));
        return new Part("method", "How this was reckoned", words, List.of());
    }

    private static String worth(Trial trial) {
        Estimate estimate = trial.estimate();
        BigDecimal percent = new BigDecimal(estimate.redemption()).movePointRight(2);
        return "A point of " + trial.name() + " is worth " + estimate.worthIn(trial.program())
                + (estimate.worth().isPresent()
                        ? ", as was said"
                        : ", which is what the cheapest discount gives for it")
                + "; " + percent.stripTrailingZeros().toPlainString()
                + " % of the points are expected to be redeemed.";
    }
}
