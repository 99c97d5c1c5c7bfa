package io.loyalty4j.earn;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A date or time as a program's author wrote it, read once; whether it is one is said when the program is built. */
record Written<T>(String text, Optional<T> meaning) {
    static <T> Written<T> of(String text, Function<String, T> parser) {
        try {
            return new Written<>(text, Optional.of(parser.apply(text)));
        } catch (DateTimeException e) {
            return new Written<>(text, Optional.empty());
        }
    }

    /** What it means; only of a program that was built. */
    T value() {
        return meaning.orElseThrow(() -> new IllegalStateException("\"" + text + "\" means nothing"));
    }

    /** The texts that mean nothing, each with what it is not. */
    static List<String> mistakes(String isNot, Written<?>... texts) {
        return Stream.of(texts)
                .filter(each -> each.meaning().isEmpty())
                .map(each -> "\"" + each.text() + "\" " + isNot)
                .toList();
    }
}
