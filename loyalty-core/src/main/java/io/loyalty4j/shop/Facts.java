package io.loyalty4j.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a command says; whatever is at its default is left out, and numbers are plain. */
final class Facts {
    private final SortedMap<String, String> facts = new TreeMap<>();

    Facts put(String name, String value) {
        facts.put(name, value);
        return this;
    }

    Facts put(String name, Optional<?> value) {
        value.ifPresent(present ->
                facts.put(name, present instanceof Instant at ? Long.toString(at.toEpochMilli()) : present.toString()));
        return this;
    }

    Facts amount(String name, BigDecimal value) {
        if (value.signum() != 0) {
            facts.put(name, value.stripTrailingZeros().toPlainString());
        }
        return this;
    }

    Facts all(String prefix, Map<String, String> values) {
        values.forEach((name, value) -> facts.put(prefix + name, value));
        return this;
    }

    SortedMap<String, String> sorted() {
        return facts;
    }
}
