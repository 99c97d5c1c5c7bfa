package io.loyalty4j.simulation;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.Posting;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How often what became of commands, and what moved. */
final class Tally {
    private static final String GRACE = "grace";
    private static final String STALE = "grace while points of the lot are held";

    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> seen = new TreeMap<>();

    Tally() {
        Entry.moves()
                .forEach((from, all) ->
                        all.stream().filter(to -> told(from, to)).forEach(to -> seen.put(move(from, to), 0L)));
        EnumSet.complementOf(EnumSet.of(Posting.Kind.CHECKPOINT)).forEach(kind -> seen.put(kind.name(), 0L));
        List.of(GRACE, STALE).forEach(what -> seen.put(what, 0L));
    }

    /** Whether a story tells of such moves: none does of transfers, or of staff who reinstate points. */
    private static boolean told(Bucket from, Bucket to) {
        return from != Bucket.TRANSFERRED
                && to != Bucket.TRANSFERRED
                && !(from == Bucket.EXPIRED && to == Bucket.AVAILABLE);
    }

    private static String move(Bucket from, Bucket to) {
        return from + " -> " + to;
    }

    void outcome(String outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    /** What a script came to. */
    void postings(Stream<Posting> postings) {
        postings.forEach(posting -> {
            see(posting.header().kind().name());
            posting.entries().forEach(entry -> see(move(entry.from(), entry.to())));
            posting.changes(Change.LotRedated.class).forEach(change -> see(GRACE));
            posting.changes(Change.HoldSet.class)
                    .filter(set -> set.hold().parts().stream().anyMatch(Hold.Part::lapsed))
                    .forEach(set -> see(STALE));
        });
    }

    private void see(String what) {
        seen.merge(what, 1L, Long::sum);
    }

    long commands() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What occurred less often than that. */
    Map<String, Long> rarerThan(long times) {
        Map<String, Long> rare = new TreeMap<>(seen);
        rare.putAll(outcomes);
        rare.values().removeIf(count -> count >= times);
        return rare;
    }

    @Override
    public String toString() {
        return outcomes + System.lineSeparator() + seen;
    }
}
