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
    /** When points become usable that wait for the goods to be handed over. */
    static final Instant WITH_THE_GOODS = Instant.parse("9999-12-31T00:00:00Z");

    /** The same lot, good until an instant, whatever it was before. */
    LotTerms redatedTo(Instant end) {
        return new LotTerms(
                source, order, original, opened, activates, Optional.of(end), idleAt.map(idle -> end), true);
    }

    /** The same lot, lapsing at an instant, however active the member is. */
    LotTerms endingAt(Instant end) {
        return new LotTerms(source, order, original, opened, activates, Optional.of(end), idleAt, redated);
    }

    /** The same lot with more points, given later for the same cause. */
    LotTerms growingBy(long points) {
        return new LotTerms(
                source, order, Math.addExact(original, points), opened, activates, expires, idleAt, redated);
    }

    /** The same lot, usable from an instant on. */
    LotTerms usableFrom(Instant usable, Optional<Instant> end, Optional<Instant> idle) {
        return new LotTerms(source, order, original, opened, usable, end, idle, redated);
    }

    boolean waitsForTheGoods() {
        return activates.equals(WITH_THE_GOODS);
    }
}
