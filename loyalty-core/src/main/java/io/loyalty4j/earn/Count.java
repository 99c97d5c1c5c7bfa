package io.loyalty4j.earn;

import java.time.Instant;
import java.util.Optional;

/**
 * What an occasion adds to a {@link Counter}.
 *
 * @param by may be less than nothing
 * @param until when the counter may be forgotten
 * @param terms that a new counter keeps
 */
public record Count(String name, long by, Optional<Instant> until, Optional<String> terms) {
    Count times(long factor) {
        return new Count(name, Math.multiplyExact(by, factor), until, terms);
    }

    Count plus(Count other) {
        return new Count(name, Math.addExact(by, other.by), until, terms);
    }

    Count under(String text) {
        return new Count(name, by, until, Optional.of(text));
    }
}
