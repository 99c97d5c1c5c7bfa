package io.loyalty4j.jdbc;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drivers, pools and batches wrap the error that says what happened, as a cause or as the next exception, and some in a circle. */
final class FaultChain {
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Stream.Builder<SQLException> errors = Stream.builder();

    private FaultChain() {}

    /** The outermost first; of an error, its causes before the next one. */
    static Stream<SQLException> of(SQLException error) {
        FaultChain chain = new FaultChain();
        chain.add(error);
        return chain.errors.build();
    }

    private void add(@Nullable Throwable error) {
        if (error == null || !seen.add(error)) {
            return;
        }
        if (error instanceof SQLException known) {
            errors.add(known);
        }
        add(error.getCause());
        if (error instanceof SQLException known) {
            add(known.getNextException());
        }
    }
}
