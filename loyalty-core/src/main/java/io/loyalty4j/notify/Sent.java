package io.loyalty4j.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The marketing messages that a member was sent, as long as a cap counts them.
 *
 * @param messages when, by the channel's name
 */
record Sent(SortedMap<String, List<Instant>> messages) {
    static final Sent NONE = new Sent(new TreeMap<>());

    private static final String KEY = "sent/";

    /** As {@link #in} wrote it; other names are passed over. */
    static Sent of(SortedMap<String, String> memory) {
        SortedMap<String, List<Instant>> messages = new TreeMap<>();
        memory.forEach((name, text) -> {
            if (name.startsWith(KEY)) {
                messages.put(
                        name.substring(KEY.length()),
                        Arrays.stream(text.split(" ")).map(Instant::parse).toList());
            }
        });
        return new Sent(messages);
    }

    /** A copy of a memory with this in it, and nothing of what was there of the kind: {@code sent/email} with instants, parted by spaces. */
    SortedMap<String, String> in(SortedMap<String, String> memory) {
        SortedMap<String, String> text = new TreeMap<>(memory);
        text.keySet().removeIf(name -> name.startsWith(KEY));
        messages.forEach((channel, instants) ->
                text.put(KEY + channel, instants.stream().map(Instant::toString).collect(Collectors.joining(" "))));
        return text;
    }

    /** With an event that has just gone, if it counts. */
    Sent plus(Route route, LoyaltyEvent event, Instant now) {
        if (!Route.counts(event)) {
            return this;
        }
        SortedMap<String, List<Instant>> more = new TreeMap<>(messages);
        List<Instant> instants = new ArrayList<>(more.getOrDefault(route.name(), List.of()));
        instants.add(now.truncatedTo(ChronoUnit.MILLIS));
        more.put(route.name(), List.copyOf(instants));
        return new Sent(more);
    }

    /** Without what no cap counts any more, and without channels that are gone. */
    Sent pruned(List<Route> routes, ZoneId zone, Instant now) {
        SortedMap<String, List<Instant>> kept = new TreeMap<>();
        for (Route route : routes) {
            List<Instant> instants = messages.getOrDefault(route.name(), List.of()).stream()
                    .filter(at -> route.scopes().stream()
                            .flatMap(scope -> scope.terms().caps().stream())
                            .anyMatch(cap -> cap.remembers(at, zone, now)))
                    .toList();
            if (!instants.isEmpty()) {
                kept.put(route.name(), instants);
            }
        }
        return new Sent(kept);
    }

    long count(Set<String> channels, Predicate<Instant> when) {
        return channels.stream()
                .flatMap(channel -> messages.getOrDefault(channel, List.of()).stream())
                .filter(when)
                .count();
    }
}
