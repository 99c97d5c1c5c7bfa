package io.loyalty4j.examples.documents;

import io.loyalty4j.store.Allotment;
import io.loyalty4j.store.Allotment.Grant;
import io.loyalty4j.store.Allotments.Claim;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each allotment is a document: who was the first to use something, how much is used, and a line for each open grant. It can be found by the age of the
 * oldest grant. That is good for thousands of open grants of one budget, not for millions.
 */
final class DocumentAllotments {
    private static final String KIND = "allotment";
    private static final String OLDEST = "oldest";

    private final Documents documents;

    DocumentAllotments(Documents documents) {
        this.documents = documents;
    }

    Allotment find(String name) {
        return read(name, body(name));
    }

    private Optional<String> body(String name) {
        return documents.body(Ids.of(KIND, name));
    }

    boolean replace(Allotment seen, Allotment next) {
        Optional<String> there = body(seen.name());
        return read(seen.name(), there).equals(seen)
                && documents.write(Map.of(Ids.of(KIND, seen.name()), there), List.of(document(next)));
    }

    /** The allotments with the oldest grants have the oldest claims. */
    List<Claim> unsettled(Instant before, int limit) {
        return documents.below(OLDEST, before.toEpochMilli(), limit).stream()
                .map(document -> read(Ids.rest(document), Optional.of(document.body())))
                .flatMap(DocumentAllotments::claims)
                .filter(claim -> claim.at().isBefore(before))
                .sorted(Comparator.comparing(Claim::at))
                .limit(limit)
                .toList();
    }

    private static Stream<Claim> claims(Allotment allotment) {
        return allotment.open().entrySet().stream()
                .map(grant -> new Claim(
                        allotment.name(), grant.getKey(), grant.getValue().at()));
    }

    private static Document document(Allotment allotment) {
        String grants = allotment.open().entrySet().stream()
                .map(grant -> "\n" + grant.getValue().amount() + " "
                        + grant.getValue().at().toEpochMilli() + " " + grant.getKey())
                .collect(Collectors.joining());
        Map<String, Long> oldest = claims(allotment)
                .map(claim -> claim.at().toEpochMilli())
                .min(Comparator.naturalOrder())
                .map(at -> Map.of(OLDEST, at))
                .orElse(Map.of());
        String text = allotment.first().orElse("") + "\n" + allotment.used() + grants;
        return new Document(Ids.of(KIND, allotment.name()), text, oldest);
    }

    private static Allotment read(String name, Optional<String> text) {
        if (text.isEmpty()) {
            return Allotment.of(name);
        }
        List<String> lines = text.get().lines().toList();
        Map<String, Grant> open = new HashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] grant = line.split(" ", 3);
            open.put(grant[2], new Grant(Long.parseLong(grant[0]), Instant.ofEpochMilli(Long.parseLong(grant[1]))));
        }
        Optional<String> first = Optional.of(lines.get(0)).filter(user -> !user.isEmpty());
        return new Allotment(name, first, Long.parseLong(lines.get(1)), open);
    }
}
