package io.loyalty4j.notify;

import java.util.SortedMap;
import java.util.TreeMap;

/** Names with what they stand for, as plain text. */
final class Facts {
    private Facts() {}

    /** Of names and values by turns. */
    static SortedMap<String, String> of(Object... namesAndValues) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return facts;
    }
}
