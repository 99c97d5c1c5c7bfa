package io.loyalty4j.examples.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A document database as their drivers look. Thread-safe. */
public interface Documents {
    Optional<Document> get(String id);

    default Optional<String> body(String id) {
        return get(id).map(Document::body);
    }

    /** Those whose ids begin with a prefix and come after {@code after}, in the order of ids, byte by byte: a cursor. */
    Stream<Document> withPrefix(String prefix, String after);

    /** Those that have a field below a bound, the smallest first, then in the order of ids. */
    List<Document> below(String field, long bound, int limit);

    /**
     * Writes all of some documents over those that are there, if the bodies of others are still those that were seen; else nothing.
     *
     * @param seen by id; empty if there must be no such document
     */
    boolean write(Map<String, Optional<String>> seen, List<Document> documents);

    /** Deletes one; nothing happens if there is none. */
    void delete(String id);
}
