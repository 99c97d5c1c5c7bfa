package io.loyalty4j.insight;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Flows of something that has an id, as they are added up. */
final class FlowSums {
    private final SortedMap<String, Map<Movement, Long>> points = new TreeMap<>();

    void add(String id, Movement movement, long moved) {
        points.computeIfAbsent(id, each -> new EnumMap<>(Movement.class)).merge(movement, moved, Math::addExact);
    }

    SortedMap<String, Flows> flows() {
        SortedMap<String, Flows> flows = new TreeMap<>();
        points.forEach((id, moved) -> flows.put(id, new Flows(moved)));
        return flows;
    }
}
