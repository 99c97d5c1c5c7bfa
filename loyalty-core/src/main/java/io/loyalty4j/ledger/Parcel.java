package io.loyalty4j.ledger;

import io.loyalty4j.shop.Transfer.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Points on their way to another account: those that lapse together are one part, the soonest first. */
final class Parcel {
    private final Map<Instant, Part> parts = new TreeMap<>();

    void add(long points, Optional<Instant> lapses, boolean redated) {
        parts.merge(
                lapses.orElse(Instant.MAX),
                new Part(points, lapses, redated),
                (one, other) -> new Part(one.points() + other.points(), lapses, one.redated() || other.redated()));
    }

    List<Part> parts() {
        return List.copyOf(parts.values());
    }
}
