package io.loyalty4j.laws;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in each bucket, as the entries alone tell it: of the account, and of each lot. */
final class Sums {
    private final Map<Bucket, Long> account = new EnumMap<>(Bucket.class);
    private final Map<String, Map<Bucket, Long>> lots = new HashMap<>();

    void add(List<Entry> entries) {
        entries.forEach(entry -> {
            add(account, entry);
            add(lots.computeIfAbsent(entry.lot(), lot -> new EnumMap<>(Bucket.class)), entry);
        });
    }

    private static void add(Map<Bucket, Long> sums, Entry entry) {
        sums.merge(entry.from(), -entry.points(), Math::addExact);
        sums.merge(entry.to(), entry.points(), Math::addExact);
    }

    long of(Bucket bucket) {
        return account.getOrDefault(bucket, 0L);
    }

    long of(String lot, Bucket bucket) {
        return lots.getOrDefault(lot, Map.of()).getOrDefault(bucket, 0L);
    }

    /** Buckets that are not empty. */
    Map<Bucket, Long> of(String lot) {
        Map<Bucket, Long> sums = new EnumMap<>(Bucket.class);
        sums.putAll(lots.getOrDefault(lot, Map.of()));
        sums.values().removeIf(points -> points == 0);
        return sums;
    }

    Map<Bucket, Long> all() {
        Map<Bucket, Long> sums = new EnumMap<>(Bucket.class);
        sums.putAll(account);
        sums.values().removeIf(points -> points == 0);
        return sums;
    }
}
