package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import java.util.List;

/** A counter and its name, as a line. */
final class CounterText {
    static final String COUNTER = "counter";

    private CounterText() {}

    static List<Object> parts(Change.CounterSet set) {
        Counter counter = set.counter();
        return List.of(set.name(), counter.value(), counter.terms(), counter.until());
    }

    /** Without its name. */
    static List<Object> parts(Counter counter) {
        return List.of(counter.value(), counter.terms(), counter.until());
    }

    static Change.CounterSet read(TextFields line) {
        return new Change.CounterSet(line.text(), counter(line));
    }

    static Counter counter(TextFields line) {
        return new Counter(line.number(), line.optional(TextFields::text), line.optional(TextFields::instant));
    }
}
