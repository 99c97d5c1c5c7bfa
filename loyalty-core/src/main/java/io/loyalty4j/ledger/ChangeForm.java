package io.loyalty4j.ledger;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How one kind of change is written as lines and read back.
 *
 * @param words that its first line can begin with
 */
record ChangeForm<C extends Change>(
        Class<C> type, List<String> words, BiConsumer<TextWriter, C> writer, Function<TextReader, C> reader) {

    static <C extends Change> ChangeForm<C> of(
            Class<C> type, String word, BiConsumer<TextWriter, C> writer, Function<TextReader, C> reader) {
        return new ChangeForm<>(type, List.of(word), writer, reader);
    }

    /** Of a change that is one line. */
    static <C extends Change> ChangeForm<C> line(
            Class<C> type, String word, Function<C, List<?>> parts, Function<TextFields, C> made) {
        return of(
                type,
                word,
                (text, change) -> text.line(word, parts.apply(change)),
                text -> made.apply(text.line(word)));
    }

    void write(TextWriter text, Change change) {
        writer.accept(text, type.cast(change));
    }

    Change read(TextReader text) {
        return reader.apply(text);
    }
}
