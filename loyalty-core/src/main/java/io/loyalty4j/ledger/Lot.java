package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The points of one order or other cause, with one activation and one expiry. Immutable.
 *
 * @param points by bucket, zeros left out; they add up to zero
 */
public record Lot(String id, LotTerms terms, Map<Bucket, Long> points) {
    private static final Bucket[] BUCKETS = Bucket.values();

    public Lot {
        Map<Bucket, Long> copy = new EnumMap<>(Bucket.class);
        points.forEach((bucket, amount) -> {
            if (amount != 0) {
                copy.put(bucket, amount);
            }
        });
        points = Collections.unmodifiableMap(copy);
    }

    static Lot opened(String id, LotTerms terms) {
        return new Lot(id, terms, Map.of());
    }

    public long in(Bucket bucket) {
        return points.getOrDefault(bucket, 0L);
    }

    /** What is left: pending, available and held. */
    public long remaining() {
        return in(Bucket.PENDING) + in(Bucket.AVAILABLE) + in(Bucket.HELD);
    }

    /** What of its points cannot be, in words; empty if all is well. Points are moved, never created or lost. */
    Optional<String> imbalance() {
        long sum = 0;
        boolean signs = true;
        for (Bucket bucket : BUCKETS) {
            long points = in(bucket);
            sum += points;
            signs &= bucket.negative() || points >= 0;
        }
        if (sum != 0 || !signs || in(Bucket.ISSUED) > 0) {
            return Optional.of("the lot " + id + " has " + points);
        }
        return -in(Bucket.ISSUED) > original()
                ? Optional.of("the lot " + id + " gave " + -in(Bucket.ISSUED) + " of its " + original() + " points")
                : Optional.empty();
    }

    public long original() {
        return terms.original();
    }

    /** The request id that gave the points. */
    public String source() {
        return terms.source();
    }

    /** From when on it has lapsed by age; empty if never. */
    public Optional<Instant> expires() {
        return terms.expires();
    }

    Lot moved(Bucket from, Bucket to, long amount) {
        Map<Bucket, Long> after = new EnumMap<>(Bucket.class);
        after.putAll(points);
        after.merge(from, -amount, Math::addExact);
        after.merge(to, amount, Math::addExact);
        return new Lot(id, terms, after);
    }

    Lot under(LotTerms other) {
        return new Lot(id, other, points);
    }

    /**
     * From when on its available points have lapsed if nothing happens until then: by age, or because neither member nor lot were active.
     *
     * @param accountIdleAt as the account has it
     */
    public Optional<Instant> lapses(Optional<Instant> accountIdleAt) {
        Optional<Instant> idle =
                terms.idleAt().map(own -> accountIdleAt.filter(own::isBefore).orElse(own));
        return expires().isEmpty()
                ? idle
                : idle.filter(expires().get()::isAfter).or(this::expires);
    }
}
