package io.loyalty4j.examples.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents on the heap, with an index for each field; it stands for a database. One caller at a time. */
public final class InMemoryDocuments implements Documents {
    private final NavigableMap<String, Document> documents = new TreeMap<>();
    private final Map<String, SortedSet<Indexed>> indexes = new HashMap<>();

    @Override
    public synchronized Optional<Document> get(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    @Override
    public synchronized Stream<Document> withPrefix(String prefix, String after) {
        return documents.tailMap(after.compareTo(prefix) < 0 ? prefix : after, false).values().stream()
                .takeWhile(document -> document.id().startsWith(prefix))
                .toList()
                .stream();
    }

    @Override
    public synchronized List<Document> below(String field, long bound, int limit) {
        List<Document> found = new ArrayList<>();
        for (Indexed each : index(field).headSet(new Indexed(bound, ""))) {
            if (found.size() == limit) {
                break;
            }
            get(each.id()).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public synchronized boolean write(Map<String, Optional<String>> seen, List<Document> changed) {
        boolean still =
                seen.entrySet().stream().allMatch(each -> body(each.getKey()).equals(each.getValue()));
        if (still) {
            changed.forEach(document -> {
                unindexed(documents.put(document.id(), document));
                document.fields().forEach((name, value) -> index(name).add(new Indexed(value, document.id())));
            });
        }
        return still;
    }

    @Override
    public synchronized void delete(String id) {
        unindexed(documents.remove(id));
    }

    private void unindexed(@Nullable Document old) {
        if (old != null) {
            old.fields().forEach((name, value) -> index(name).remove(new Indexed(value, old.id())));
        }
    }

    private SortedSet<Indexed> index(String field) {
        return indexes.computeIfAbsent(
                field,
                name -> new TreeSet<>(Comparator.comparingLong(Indexed::value).thenComparing(Indexed::id)));
    }

    private record Indexed(long value, String id) {}
}
