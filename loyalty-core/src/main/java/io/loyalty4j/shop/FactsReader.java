package io.loyalty4j.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what {@link Facts} has collected; what is left out is at its default. */
final class FactsReader {
    private final SortedMap<String, String> facts;

    FactsReader(Map<String, String> facts) {
        this.facts = new TreeMap<>(facts);
    }

    boolean has(String name) {
        return facts.containsKey(name);
    }

    /** A fact that is never left out. */
    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("it does not say \"" + name + "\""));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    /** An order's; the first is never said. */
    int revision() {
        return has("revision") ? Integer.parseInt(text("revision")) : 1;
    }

    BigDecimal amount(String name) {
        return optional(name).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Optional<Instant> optionalInstant(String name) {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    /** All facts whose names begin with a prefix, by what follows it. */
    SortedMap<String, String> all(String prefix) {
        SortedMap<String, String> some = new TreeMap<>();
        facts.tailMap(prefix).forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), value);
            }
        });
        return some;
    }

    /** What stands between a prefix and the next point: the names of what is listed. */
    List<String> listed(String prefix) {
        TreeSet<String> names = new TreeSet<>();
        all(prefix).keySet().forEach(rest -> names.add(rest.substring(0, Math.max(0, rest.indexOf('.')))));
        return List.copyOf(names);
    }

    /** The same for what is listed by numbers. */
    List<String> inOrder(String prefix) {
        return listed(prefix).stream()
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList();
    }

    /** What is said of each number, in their order. */
    List<String> numbered(String prefix) {
        return all(prefix).entrySet().stream()
                .sorted(Comparator.comparingInt(fact -> Integer.parseInt(fact.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What is said of one that is listed. */
    FactsReader of(String prefix, String name) {
        return new FactsReader(all(prefix + name + "."));
    }
}
