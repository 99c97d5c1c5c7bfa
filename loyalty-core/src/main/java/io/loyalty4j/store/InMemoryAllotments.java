package io.loyalty4j.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;

/** Allotments on the heap, and an index of the open ones by age. Those of which nothing is taken are forgotten. */
final class InMemoryAllotments implements Allotments {
    private static final Comparator<Claim> OLDEST_FIRST =
            Comparator.comparing(Claim::at).thenComparing(Claim::allotment).thenComparing(Claim::claimant);

    private final ConcurrentHashMap<String, Allotment> allotments = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<Claim> open = new ConcurrentSkipListSet<>(OLDEST_FIRST);

    @Override
    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
        return change(allotment, claimant, known -> known.claimed(claimant, wanted, limit, at))
                .granted(claimant);
    }

    @Override
    public void settle(String allotment, String claimant, long used) {
        change(allotment, claimant, known -> known.settled(claimant, used));
    }

    private Allotment change(String allotment, String claimant, UnaryOperator<Allotment> change) {
        Allotment after = allotments.compute(allotment, (name, known) -> {
            Allotment before = known == null ? Allotment.of(name) : known;
            Allotment next = change.apply(before);
            reindex(claim(before, claimant), claim(next, claimant));
            return next.taken() == 0 ? null : next;
        });
        return after == null ? Allotment.of(allotment) : after;
    }

    private void reindex(Optional<Claim> before, Optional<Claim> after) {
        if (!before.equals(after)) {
            before.ifPresent(open::remove);
            after.ifPresent(open::add);
        }
    }

    private static Optional<Claim> claim(Allotment allotment, String claimant) {
        return Optional.ofNullable(allotment.open().get(claimant))
                .map(grant -> new Claim(allotment.name(), claimant, grant.at()));
    }

    @Override
    public long taken(String allotment) {
        return find(allotment).taken();
    }

    @Override
    public Optional<String> claimant(String allotment) {
        return find(allotment).claimant();
    }

    private Allotment find(String allotment) {
        return allotments.getOrDefault(allotment, Allotment.of(allotment));
    }

    @Override
    public List<Claim> unsettled(Instant before, int limit) {
        return open.stream()
                .takeWhile(each -> each.at().isBefore(before))
                .limit(limit)
                .toList();
    }
}
