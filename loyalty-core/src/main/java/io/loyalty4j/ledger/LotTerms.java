package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What was promised for a lot, with every date fixed.
 *
 * @param source the request id of the command that gave the points
 * @param order the order they were given for
 * @param original how many there were
 * @param opened when what they were given for occurred
 * @param activates when they became or become usable
 * @param expires from when on they have lapsed by age; empty if never
 * @param idleAt from when on they have lapsed if the member does nothing; empty if that is no matter
 * @param redated whether grace was given after a return, which happens once in a lot's life
 */
public record LotTerms(
        String source,
        Optional<String> order,
        long original,
        Instant opened,
        Instant activates,
        Optional<Instant> expires,
        Optional<Instant> idleAt,
        boolean redated) {

    /** The same lot, good until an instant, whatever it was before. */
    LotTerms redatedTo(Instant end) {
        return new LotTerms(
                source, order, original, opened, activates, Optional.of(end), idleAt.map(idle -> end), true);
    }
}
