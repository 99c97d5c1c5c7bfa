package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a member was to be told and was not, put aside with the reason for a person to see.
 *
 * @param id the event's and the channel's: {@code ana/7/0@email}; one for a member
 * @param at when it was put aside
 * @param kind of event: {@code PointsEarned}
 * @param facts what the event says, without what only the member may see
 * @param attempts how often it was tried
 * @param reason why it was put aside
 */
public record Notice(
        MemberId member,
        String id,
        State state,
        Instant at,
        String kind,
        SortedMap<String, String> facts,
        int attempts,
        String reason) {
    /** The longest id: two words of request ids, the event's number, the channel. */
    public static final int LONGEST_ID = 900;

    /** The longest reason; what is beyond is cut. */
    public static final int LONGEST_REASON = 500;

    public Notice {
        facts = new TreeMap<>(facts);
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** Why it was not told. */
    public enum State {
        /** Nobody wants it, or not so much of it: no consent, a cap. */
        HELD_BACK,
        /** It could not be delivered, however often it was tried. */
        PARKED
    }
}
