package io.loyalty4j.notify;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.store.Notice;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An event that is to be told later on one channel.
 *
 * @param id the event's
 * @param kind the event's name
 * @param facts what it says; of one that was read off a posting it is read there again
 * @param attempts how often it failed
 * @param due when to try
 */
record Waiting(String id, String channel, String kind, SortedMap<String, String> facts, int attempts, Instant due) {
    /** The kind of a posting that could not be read. */
    static final String UNREAD = "Posting";

    private static final String KEY = "wait/";

    /** One that can be told at once. */
    static Waiting of(LoyaltyEvent event, String channel, Instant now) {
        boolean reminder = event.id().startsWith(event.member() + "/~");
        SortedMap<String, String> facts = reminder ? EventText.of(event) : event.facts();
        return new Waiting(event.id(), channel, event.kind(), facts, 0, now);
    }

    /** One that a person wants to be tried again. */
    static Waiting of(Notice notice, Instant now) {
        int at = notice.id().lastIndexOf('@');
        return new Waiting(
                notice.id().substring(0, at), notice.id().substring(at + 1), notice.kind(), notice.facts(), 0, now);
    }

    /** Whether it is a posting that could not be read, for every channel. */
    boolean unread() {
        return kind.equals(UNREAD);
    }

    Waiting until(Instant other) {
        return new Waiting(id, channel, kind, facts, attempts, other);
    }

    Waiting failed(Instant again) {
        return new Waiting(id, channel, kind, facts, attempts + 1, again);
    }

    /** The name of what becomes of it on its channel. */
    static String name(String event, String channel) {
        return event + "@" + channel;
    }

    String key() {
        return KEY + name(id, channel);
    }

    String text() {
        return attempts + " " + due.toEpochMilli() + " " + kind + " " + LedgerText.facts(facts);
    }

    /** An entry of a contact's memory, if it is one of these and can be read. */
    static Optional<Waiting> read(String key, String text) {
        String[] words = text.split(" ", 4);
        int at = key.lastIndexOf('@');
        if (!key.startsWith(KEY) || at < 0 || words.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waiting(
                    key.substring(KEY.length(), at),
                    key.substring(at + 1),
                    words[2],
                    LedgerText.facts(words[3]),
                    Integer.parseInt(words[0]),
                    Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
