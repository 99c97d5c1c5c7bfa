package io.loyalty4j.insight;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How members went between tiers in a time, by booking: the tier of the last posting before it began, and of the last one before it ended. Run housekeeping
 * before its end, or tiers that ended by then are not booked yet.
 *
 * @param members by the tier they had and the tier they have now; {@link #NEWCOMER} for those who came within the time, {@link #LEFT} for those whose account was
 *     closed, or given up for another, within it
 */
public record TierFlows(SortedMap<String, SortedMap<String, Long>> members) {
    /** Where newcomers come from. */
    public static final String NEWCOMER = "";

    /** Where those go who leave. */
    public static final String LEFT = "";

    public TierFlows {
        SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
        members.forEach((from, to) -> copy.put(from, Collections.unmodifiableSortedMap(new TreeMap<>(to))));
        members = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads a journal once.
     *
     * @param postings all of one member together and in their order, members in any, as {@code store.postings()} gives them; the caller closes it
     * @throws IllegalArgumentException if it ends before it begins
     * @throws IllegalStateException if the tier that a member had is told by archived postings only
     */
    public static TierFlows of(Stream<Posting> postings, Instant from, Instant until) {
        Bounds.period(from, until);
        Counting counting = new Counting(from, until);
        postings.sequential().forEachOrdered(counting::add);
        counting.end();
        return new TierFlows(new TreeMap<>(counting.members));
    }

    public long of(String from, String to) {
        SortedMap<String, Long> row = members.get(from);
        return row == null ? 0 : row.getOrDefault(to, 0L);
    }

    /** One member at a time. */
    private static final class Counting {
        private final Instant from;
        private final Instant until;
        private final Map<String, SortedMap<String, Long>> members = new HashMap<>();
        private Optional<MemberId> member = Optional.empty();
        private String before = NEWCOMER;
        private String after = NEWCOMER;
        private boolean gone;

        Counting(Instant from, Instant until) {
            this.from = from;
            this.until = until;
        }

        void add(Posting posting) {
            Posting.Header header = posting.header();
            if (header.member().reserved() || !header.recordedAt().isBefore(until)) {
                return;
            }
            if (!member.filter(header.member()::equals).isPresent()) {
                begin(posting);
            }
            posting.changes(Change.StatusSet.class).forEach(set -> gone = CustomerDraft.over(set.status()));
            after = gone ? LEFT : posting.tierAfter();
            before = header.recordedAt().isBefore(from) ? after : before;
        }

        private void begin(Posting first) {
            Posting.Header header = first.header();
            end();
            member = Optional.of(header.member());
            before = NEWCOMER;
            gone = first.changes(Change.Restated.class)
                    .anyMatch(restated -> CustomerDraft.over(restated.account().status()));
            if (header.version() > 1 && !header.recordedAt().isBefore(from)) {
                throw Bounds.incomplete(header.member());
            }
        }

        /** Who was neither there before nor is there after is told by nothing. */
        void end() {
            if (member.isPresent() && !(before.equals(NEWCOMER) && after.equals(LEFT))) {
                members.computeIfAbsent(before, tier -> new TreeMap<>()).merge(after, 1L, Long::sum);
            }
        }
    }
}
