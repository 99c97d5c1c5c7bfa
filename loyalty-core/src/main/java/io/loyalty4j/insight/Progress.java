package io.loyalty4j.insight;

import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Tells how far a long read of a journal is. */
public final class Progress {
    private Progress() {}

    /**
     * The same elements, one after the other; each time so many more have been read it is told how many that makes: {@code Progress.of(postings, 10_000, bar::stepTo)}.
     * What is told is told by the thread that reads, between two elements; closing it closes what it was made of.
     *
     * @param every 1 or more
     * @throws IllegalArgumentException if it is less
     */
    public static <T> Stream<T> of(Stream<T> elements, long every, LongConsumer told) {
        Bounds.check(every >= 1, "progress every " + every);
        long[] read = {0};
        return elements.sequential().peek(element -> {
            read[0]++;
            if (read[0] % every == 0) {
                told.accept(read[0]);
            }
        });
    }
}
