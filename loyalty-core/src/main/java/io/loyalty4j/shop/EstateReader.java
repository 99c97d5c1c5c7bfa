package io.loyalty4j.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an estate from the facts of the command that brings it. */
final class EstateReader {
    private EstateReader() {}

    static Estate read(FactsReader facts) {
        Map<String, Long> owed = new HashMap<>();
        facts.all("owed.").forEach((order, points) -> owed.put(order, Long.parseLong(points)));
        List<Estate.Part> parts = facts.numbered("part.").stream()
                .map(text -> part(text.split(" ")))
                .toList();
        List<Estate.Count> counts = facts.all("count.").entrySet().stream()
                .map(count -> count(count.getKey(), count.getValue().split(" ", 3)))
                .toList();
        return new Estate(parts, facts.number("debt"), owed, counts, progress(facts), facts.optionalInstant("idle-at"));
    }

    private static Estate.Progress progress(FactsReader facts) {
        Map<LocalDate, BigDecimal> counted = new HashMap<>();
        facts.all("counted.").forEach((period, amount) -> counted.put(LocalDate.parse(period), new BigDecimal(amount)));
        List<Estate.Span> spans = facts.numbered("span.").stream()
                .map(text -> span(text.split(" ")))
                .toList();
        return new Estate.Progress(facts.text("measure"), new Window(facts.text("per")), counted, spans);
    }

    private static Estate.Part part(String... words) {
        return new Estate.Part(
                Long.parseLong(words[0]),
                Instant.parse(words[1]),
                Instant.parse(words[2]),
                instant(words[3]),
                instant(words[4]),
                Boolean.parseBoolean(words[5]));
    }

    private static Estate.Count count(String name, String... words) {
        return new Estate.Count(
                name, Long.parseLong(words[0]), Optional.of(words[2]).filter(EstateReader::said), instant(words[1]));
    }

    private static Estate.Span span(String... words) {
        return new Estate.Span(
                words[0],
                words[1],
                LocalDate.parse(words[2]),
                new BigDecimal(words[3]),
                Instant.parse(words[4]),
                Instant.parse(words[5]));
    }

    private static Optional<Instant> instant(String word) {
        return Optional.of(word).filter(EstateReader::said).map(Instant::parse);
    }

    private static boolean said(String word) {
        return !word.equals("-");
    }
}
