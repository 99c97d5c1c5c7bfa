package io.loyalty4j.testing;

import io.loyalty4j.shop.MemberId;
import java.util.Map;
import java.util.Set;

/**
 * How far a world has come.
 *
 * @param postings how many each member has
 * @param told how many events were told
 * @param heldBack the ids of what was held back
 */
record Mark(Map<MemberId, Long> postings, int told, Set<String> heldBack) {
    /** Before anything has happened. */
    static final Mark BEGINNING = new Mark(Map.of(), 0, Set.of());

    long postingsOf(MemberId member) {
        return postings.getOrDefault(member, 0L);
    }
}
