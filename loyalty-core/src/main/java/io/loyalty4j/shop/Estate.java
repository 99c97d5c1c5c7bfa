package io.loyalty4j.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one account leaves to another when the two are merged, or afterwards.
 *
 * @param debt points owed
 * @param owed points by order that returns have called for and could not collect
 * @param counts what is added to counters
 * @param progress towards tiers
 * @param idleAt from when on points lapse for inactivity
 */
public record Estate(
        List<Part> parts,
        long debt,
        Map<String, Long> owed,
        List<Count> counts,
        Progress progress,
        Optional<Instant> idleAt) {
    public Estate {
        parts = List.copyOf(parts);
        owed = Map.copyOf(owed);
        counts = List.copyOf(counts);
    }

    void collect(Facts facts) {
        for (int i = 0; i < parts.size(); i++) {
            facts.put("part." + i, parts.get(i).text());
        }
        facts.put("debt", Long.toString(debt)).put("idle-at", idleAt);
        owed.forEach((order, points) -> facts.put("owed." + order, points.toString()));
        counts.forEach(count -> facts.put("count." + count.name(), count.text()));
        facts.put("measure", progress.measure()).put("per", progress.per().code());
        progress.amounts().forEach((period, amount) -> facts.put("counted." + period, amount.toPlainString()));
        for (int i = 0; i < progress.spans().size(); i++) {
            facts.put("span." + i, progress.spans().get(i).text());
        }
    }

    /**
     * Points of one lot.
     *
     * @param opened when what they were given for occurred
     * @param activates when they became or become usable
     * @param expires from when on they have lapsed by age
     * @param idleAt from when on they have lapsed if the member does nothing
     * @param redated whether grace was given after a return
     */
    public record Part(
            long points,
            Instant opened,
            Instant activates,
            Optional<Instant> expires,
            Optional<Instant> idleAt,
            boolean redated) {
        private String text() {
            return words(points, opened, activates, written(expires), written(idleAt), redated);
        }
    }

    /**
     * An addition to a counter.
     *
     * @param by less than 0 if it is taken back
     */
    public record Count(String name, long by, Optional<String> terms, Optional<Instant> until) {
        private String text() {
            return words(by, written(until), written(terms));
        }
    }

    /**
     * Towards tiers.
     *
     * @param measure what was counted
     * @param per the window whose periods it is of
     * @param amounts by the first day of the period; less than 0 if they are taken back
     */
    public record Progress(
            @Identifier String measure, Window per, Map<LocalDate, BigDecimal> amounts, List<Span> spans) {
        public Progress {
            amounts = Map.copyOf(amounts);
            spans = List.copyOf(spans);
        }
    }

    /**
     * A tier for a time.
     *
     * @param source the tier that was reached, or the name of what gave it
     */
    public record Span(
            @Identifier String tier,
            @Identifier String source,
            LocalDate period,
            BigDecimal needed,
            Instant from,
            Instant until) {
        private String text() {
            return words(tier, source, period, needed.stripTrailingZeros().toPlainString(), from, until);
        }
    }

    private static String written(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }

    private static String words(Object... parts) {
        return Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(" "));
    }
}
