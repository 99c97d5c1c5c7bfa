package io.loyalty4j.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the lines that a {@link TextWriter} wrote, one after the other. Lives inside one reading. */
final class TextReader {
    private final String[] lines;
    private int read;

    TextReader(String text) {
        this.lines = text.split("\n", -1);
    }

    /** What the next line is about; empty at the end. */
    String word() {
        int tab = lines[read].indexOf('\t');
        return tab < 0 ? lines[read] : lines[read].substring(0, tab);
    }

    boolean at(String what) {
        return word().equals(what);
    }

    /** Every line has an end, so that nothing follows the last. */
    boolean atEnd() {
        return read == lines.length - 1;
    }

    /**
     * The parts of the next line.
     *
     * @throws IllegalArgumentException if it is about something else
     */
    TextFields line(String what) {
        if (atEnd() || !at(what)) {
            throw new IllegalArgumentException("a line \"" + what + "\" should follow, not \"" + word() + "\"");
        }
        return new TextFields(lines[read++]);
    }

    /** What the next line says, if it is about this. */
    <T> Optional<T> optional(String what, Function<TextFields, T> how) {
        return at(what) ? Optional.of(how.apply(line(what))) : Optional.empty();
    }

    /** What the next lines say, as long as they are about this. */
    <T> List<T> each(String what, Function<TextFields, T> how) {
        List<T> all = new ArrayList<>();
        while (at(what)) {
            all.add(how.apply(line(what)));
        }
        return all;
    }

    /** The same of what is made of several lines, of which this is the first. */
    <T> List<T> groups(String first, Function<TextReader, T> how) {
        List<T> all = new ArrayList<>();
        while (at(first)) {
            all.add(how.apply(this));
        }
        return all;
    }

    /** The same of entries, in their order. */
    <K, V> Map<K, V> map(String what, Function<TextFields, K> key, Function<TextFields, V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        while (at(what)) {
            TextFields line = line(what);
            map.put(key.apply(line), value.apply(line));
        }
        return map;
    }

    /** The line that was read last, for people. */
    String where() {
        return line(Math.max(1, read));
    }

    String last() {
        return line(lines.length);
    }

    private String line(int number) {
        return "line " + number + ", \"" + lines[number - 1] + "\"";
    }
}
