package io.loyalty4j.notify;

import io.loyalty4j.store.Notice;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        String said = facts.entrySet().stream()
                .map(fact -> encoded(fact.getKey()) + "=" + encoded(fact.getValue()))
                .collect(Collectors.joining("&"));
        return attempts + " " + due.toEpochMilli() + " " + kind + " " + said;
    }

    /** An entry of a contact's memory, if it is one of these and can be read. */
    static Optional<Waiting> read(String key, String text) {
        String[] words = text.split(" ", -1);
        int at = key.lastIndexOf('@');
        if (!key.startsWith(KEY) || at < 0 || words.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waiting(
                    key.substring(KEY.length(), at),
                    key.substring(at + 1),
                    words[2],
                    facts(words[3]),
                    Integer.parseInt(words[0]),
                    Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, String> facts(String said) {
        SortedMap<String, String> facts = new TreeMap<>();
        Arrays.stream(said.split("&")).filter(fact -> fact.contains("=")).forEach(fact -> {
            int equals = fact.indexOf('=');
            facts.put(decoded(fact.substring(0, equals)), decoded(fact.substring(equals + 1)));
        });
        return facts;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
