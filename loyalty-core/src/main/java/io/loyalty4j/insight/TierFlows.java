package io.loyalty4j.insight;

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
 * @param members by the tier they had and the tier they have now; {@link #NEWCOMER} for those who came within the time
 */
public record TierFlows(SortedMap<String, SortedMap<String, Long>> members) {
    /** Where newcomers come from. */
    public static final String NEWCOMER = "";

    public TierFlows {
        SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
        members.forEach((from, to) -> copy.put(from, Collections.unmodifiableSortedMap(new TreeMap<>(to))));
        members = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads a journal once.
     *
     * @param postings all of one member together and in their order, members in any, as {@code store.postings()} gives them; the caller closes it
     */
    public static TierFlows of(Stream<Posting> postings, Instant from, Instant until) {
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
                end();
                member = Optional.of(header.member());
                before = NEWCOMER;
            }
            after = posting.tierAfter();
            before = header.recordedAt().isBefore(from) ? after : before;
        }

        void end() {
            if (member.isPresent()) {
                members.computeIfAbsent(before, tier -> new TreeMap<>()).merge(after, 1L, Long::sum);
            }
        }
    }
}
