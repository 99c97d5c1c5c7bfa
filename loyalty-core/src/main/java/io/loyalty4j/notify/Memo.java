package io.loyalty4j.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a contact remembers, each part under names of its own. Immutable. */
record Memo(Memory memory, Sent sent, SortedMap<String, Waiting> waiting) {
    /** So many wait at most; what is beyond is put aside. */
    static final int MOST_WAITING = 100;

    static final String TOO_MUCH = "too much waits for the member";

    private static final String ASKED = "look";

    /** A memory with the wish that the member be looked at; one beside another that is still there differs from it. */
    static SortedMap<String, String> asking(SortedMap<String, String> memory) {
        SortedMap<String, String> text = new TreeMap<>(memory);
        text.merge(ASKED, "1", (before, first) -> before + first);
        return text;
    }

    static Optional<String> asked(SortedMap<String, String> memory) {
        return Optional.ofNullable(memory.get(ASKED));
    }

    static Memo of(SortedMap<String, String> text) {
        SortedMap<String, Waiting> waiting = new TreeMap<>();
        SortedMap<String, String> others = new TreeMap<>();
        text.forEach((key, value) ->
                Waiting.read(key, value).ifPresentOrElse(one -> waiting.put(key, one), () -> others.put(key, value)));
        others.remove(ASKED);
        return new Memo(Memory.of(others), Sent.of(text), waiting);
    }

    SortedMap<String, String> text() {
        SortedMap<String, String> text = sent.in(memory.text());
        waiting.forEach((key, one) -> text.put(key, one.text()));
        return text;
    }

    Memo with(Memory other) {
        return new Memo(other, sent, waiting);
    }

    Memo with(Sent other) {
        return new Memo(memory, other, waiting);
    }

    /** With one that waits, in place of itself if it did before. */
    Memo with(Waiting one) {
        SortedMap<String, Waiting> all = new TreeMap<>(waiting);
        all.put(one.key(), one);
        return new Memo(memory, sent, all);
    }

    Memo without(Waiting one) {
        SortedMap<String, Waiting> all = new TreeMap<>(waiting);
        all.remove(one.key());
        return new Memo(memory, sent, all);
    }

    boolean full() {
        return waiting.size() >= MOST_WAITING;
    }

    /** When the next one that waits is to be told. */
    Optional<Instant> next() {
        return waiting.values().stream().map(Waiting::due).min(Instant::compareTo);
    }
}
