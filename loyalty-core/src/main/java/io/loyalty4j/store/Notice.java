package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something that a member was to be told and was not, put aside with the reason for a person to see.
 *
 * @param id the event's and the channel's: {@code ana/7/0@email}; one for a member
 * @param at when it was put aside
 * @param kind of event: {@code PointsEarned}
 * @param facts what the event says, without what only the member may see
 * @param attempts how often it was tried
 * @param reason why it was put aside; often the message of somebody else's error, so what is no text in it is replaced
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

    /** What some databases do not take: the letter zero, and halves of letters. */
    private static final Pattern NOT_TEXT = Pattern.compile("[\\x00\\p{Cs}]");

    public Notice {
        facts = new TreeMap<>(facts);
        reason = cut(NOT_TEXT.matcher(reason).replaceAll("\uFFFD"));
    }

    /** Not in the midst of a letter that takes two. */
    private static String cut(String text) {
        int end = Math.min(text.length(), LONGEST_REASON);
        return text.substring(0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Why it was not told. */
    public enum State {
        /** Nobody wants it, or not so much of it: no consent, a cap. */
        HELD_BACK,
        /** It could not be delivered, however often it was tried. */
        PARKED
    }
}
