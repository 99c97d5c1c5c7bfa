package io.loyalty4j.ledger;

import java.util.stream.Stream;

/** Reads an account's postings from wherever they are kept, some at a time. */
@FunctionalInterface
public interface Pages {
    /**
     * Postings behind a version, in their order. The stream is closed when it has been read.
     *
     * @param afterVersion 0 for the first
     * @param limit at most so many
     */
    Stream<Posting> postings(long afterVersion, int limit);
}
