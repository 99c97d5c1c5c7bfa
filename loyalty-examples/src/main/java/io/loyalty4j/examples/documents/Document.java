package io.loyalty4j.examples.documents;

import java.util.Map;

/**
 * A text under an id.
 *
 * @param fields by which it can be found: numbers by name
 */
public record Document(String id, String body, Map<String, Long> fields) {
    public Document {
        fields = Map.copyOf(fields);
    }

    /** To be found by its id alone. */
    public static Document of(String id, String body) {
        return new Document(id, body, Map.of());
    }
}
