package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Balances by the time at which things occurred: what was given counts from its occasion on, what time did from when it fell due, all else from its booking. */
final class Occurred {
    private final Map<Bucket, Long> sums = new EnumMap<>(Bucket.class);

    private Occurred() {}

    static Posting.Balances by(List<Posting> postings, Instant at) {
        Occurred occurred = new Occurred();
        for (Posting posting : postings) {
            for (Entry entry : posting.entries()) {
                if (!when(posting.header(), entry).isAfter(at)) {
                    occurred.sums.merge(entry.from(), -entry.points(), Math::addExact);
                    occurred.sums.merge(entry.to(), entry.points(), Math::addExact);
                }
            }
        }
        return new Posting.Balances(
                occurred.in(PENDING), occurred.in(AVAILABLE), occurred.in(HELD), -occurred.in(DEBT));
    }

    private static Instant when(Posting.Header header, Entry entry) {
        boolean byOccasion = header.kind() == Posting.Kind.TIME || entry.from() == ISSUED;
        return byOccasion ? header.occurredAt() : header.recordedAt();
    }

    private long in(Bucket bucket) {
        return sums.getOrDefault(bucket, 0L);
    }
}
