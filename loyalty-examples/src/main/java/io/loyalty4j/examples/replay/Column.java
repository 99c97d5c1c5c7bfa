package io.loyalty4j.examples.replay;

import java.util.HashMap;
import java.util.Map;

/** Makes sense of the cells of one column. In half a million lines most cells repeat, so each text is parsed, and kept, once. Not thread-safe. */
final class Column<T> {
    private final Map<String, T> known = new HashMap<>();
    private final Parser<T> parser;

    Column(Parser<T> parser) {
        this.parser = parser;
    }

    T of(String cell) throws UnusableLineException {
        T value = known.get(cell);
        if (value == null) {
            value = parser.parsed(cell);
            known.put(cell, value);
        }
        return value;
    }

    /** What a cell means. */
    interface Parser<T> {
        T parsed(String cell) throws UnusableLineException;
    }
}
