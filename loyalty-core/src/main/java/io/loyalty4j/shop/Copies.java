package io.loyalty4j.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changed copies of immutable collections, for values that return a new one. Unlike {@code List.copyOf} they let a null pass, for validation to report. */
public final class Copies {
    private Copies() {}

    public static <T> List<T> plus(List<T> list, T next) {
        List<T> copy = new ArrayList<>(list);
        copy.add(next);
        return Collections.unmodifiableList(copy);
    }

    static <T> List<T> of(Collection<T> all) {
        return Collections.unmodifiableList(new ArrayList<>(all));
    }

    static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> copy = new TreeMap<>(map);
        copy.put(name, value);
        return Collections.unmodifiableMap(copy);
    }
}
