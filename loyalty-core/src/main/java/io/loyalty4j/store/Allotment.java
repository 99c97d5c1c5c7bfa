package io.loyalty4j.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One shared amount, and the sums that {@link Allotments} promises: a store writes what they lead to if nobody wrote meanwhile. Immutable.
 *
 * @param first of those who used something; empty while nobody has
 * @param used for ever
 * @param open grants by claimant
 */
public record Allotment(String name, Optional<String> first, long used, Map<String, Grant> open) {
    public Allotment {
        open = Map.copyOf(open);
        if (used < 0 || first.isPresent() != (used > 0)) {
            throw new IllegalArgumentException(used + " used of " + name + ", first by " + first.orElse("nobody"));
        }
        sum(used, open);
    }

    /** Of which nothing is taken. */
    public static Allotment of(String name) {
        return new Allotment(name, Optional.empty(), 0, Map.of());
    }

    /** With a claim on it; what the claimant got is {@link #granted} then. */
    public Allotment claimed(String claimant, long wanted, long limit, Instant at) {
        long had = granted(claimant);
        long left = Math.max(0, Math.max(0, limit) - taken());
        long amount = Math.max(had, Math.min(wanted, had + left));
        if (wanted <= 0 || amount == 0) {
            return this;
        }
        Map<String, Grant> after = new HashMap<>(open);
        after.put(claimant, new Grant(amount, at));
        return new Allotment(name, first, used, after);
    }

    /**
     * With a claimant's grant turned into use as far as it was used; the same if it has none.
     *
     * @throws IllegalArgumentException if less than nothing or more than the grant is used
     */
    public Allotment settled(String claimant, long part) {
        if (!open.containsKey(claimant)) {
            return this;
        }
        if (part < 0 || part > granted(claimant)) {
            throw new IllegalArgumentException(
                    part + " of " + granted(claimant) + " that " + claimant + " was granted of " + name);
        }
        Map<String, Grant> after = new HashMap<>(open);
        after.remove(claimant);
        Optional<String> user = part == 0 ? first : first.or(() -> Optional.of(claimant));
        return new Allotment(name, user, used + part, after);
    }

    /** Used and openly granted together. */
    public long taken() {
        return sum(used, open);
    }

    /** What a claimant has openly; zero if nothing. */
    public long granted(String claimant) {
        return Optional.ofNullable(open.get(claimant)).map(Grant::amount).orElse(0L);
    }

    /** Who has it: the first user, or while there is none, the one whose open grant is the oldest. */
    public Optional<String> claimant() {
        Comparator<Map.Entry<String, Grant>> oldest =
                Comparator.comparing(entry -> entry.getValue().at());
        return first.or(() -> open.entrySet().stream()
                .min(oldest.thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey));
    }

    private static long sum(long used, Map<String, Grant> open) {
        return open.values().stream().map(Grant::amount).reduce(used, Math::addExact);
    }

    /**
     * What is kept for a claimant until it settles.
     *
     * @param at when it was asked for last
     */
    public record Grant(long amount, Instant at) {
        public Grant {
            if (amount <= 0) {
                throw new IllegalArgumentException("a grant of " + amount);
            }
        }
    }
}
