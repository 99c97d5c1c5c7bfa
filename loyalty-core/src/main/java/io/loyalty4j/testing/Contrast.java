package io.loyalty4j.testing;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What differs between two lists of named values. */
final class Contrast {
    private Contrast() {}

    /**
     * As {@code name before -> after}, by name; empty if nothing differs.
     *
     * @param absent what a name stands for that one of them does not have
     */
    static String of(Map<String, String> before, Map<String, String> after, String absent) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        StringJoiner text = new StringJoiner("; ");
        for (String name : names) {
            String here = before.getOrDefault(name, absent);
            String there = after.getOrDefault(name, absent);
            if (!here.equals(there)) {
                text.add(name + " " + here + " -> " + there);
            }
        }
        return text.toString();
    }
}
