package io.loyalty4j;

import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was claimed for a command, by its key.
 *
 * @param until when it is to be decided at the latest
 */
record Granted(Map<String, Long> amounts, Instant until) {
    Circumstances of(Circumstances drawn, Instant now) {
        if (now.isAfter(until)) {
            throw new TooLate();
        }
        return drawn.asOf(now).granting(amounts);
    }

    /** A decision, if it uses only what was claimed: the account may be another than at the trial, or a budget at its end makes room for another's rule. */
    Decided covering(Decided decided) {
        List<Demand> asked = decided instanceof Decided.Book book
                ? Demand.of(book.postings()).stream()
                        .filter(each -> !amounts.containsKey(each.key()))
                        .toList()
                : List.of();
        if (!asked.isEmpty()) {
            throw new Unclaimed(asked);
        }
        return decided;
    }
}
