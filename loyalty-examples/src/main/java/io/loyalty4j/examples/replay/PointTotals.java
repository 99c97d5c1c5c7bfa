package io.loyalty4j.examples.replay;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where the points of all members are: the sum of every entry of the journal, by bucket. The buckets add up to nothing. */
final class PointTotals {
    private final Map<Bucket, Long> buckets = new EnumMap<>(Bucket.class);
    private long restored;

    private PointTotals() {}

    /** Reads the stream to its end and closes it. */
    static PointTotals of(Stream<Posting> journal) {
        PointTotals totals = new PointTotals();
        try (journal) {
            journal.forEach(posting -> posting.entries().forEach(totals::add));
        }
        return totals;
    }

    private void add(Entry entry) {
        buckets.merge(entry.from(), -entry.points(), Math::addExact);
        buckets.merge(entry.to(), entry.points(), Math::addExact);
        if (entry.from() == Bucket.REDEEMED) {
            restored = Math.addExact(restored, entry.points());
        }
    }

    long in(Bucket bucket) {
        return buckets.getOrDefault(bucket, 0L);
    }

    long issued() {
        return -in(Bucket.ISSUED);
    }

    /** Redeemed, and given back because what they had paid for was returned. */
    long restored() {
        return restored;
    }

    /** What the shop owes its members: pending, available and held points less their debt. */
    long outstanding() {
        return in(Bucket.PENDING) + in(Bucket.AVAILABLE) + in(Bucket.HELD) + in(Bucket.DEBT);
    }
}
