package io.loyalty4j.laws;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often what happened. */
final class Statistics {
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Long> entries = new TreeMap<>();
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> features = new TreeMap<>();

    Statistics() {
        Features.ALL.forEach(feature -> features.put(feature, 0L));
        moves().forEach(move -> entries.put(move, 0L));
        for (Posting.Kind kind : EnumSet.complementOf(EnumSet.of(Posting.Kind.CHECKPOINT))) {
            kinds.put(kind.name(), 0L);
        }
    }

    /** Those that members bring about in one account: what concerns two, and what people of the shop do, archives among them, has tests of its own. */
    private static List<String> moves() {
        return Entry.moves().entrySet().stream()
                .flatMap(from -> from.getValue().stream().map(to -> move(from.getKey(), to)))
                .filter(move -> !move.contains(Bucket.TRANSFERRED.name()) && !move.equals("EXPIRED -> AVAILABLE"))
                .toList();
    }

    private static String move(Bucket from, Bucket to) {
        return from + " -> " + to;
    }

    /** The first letters of the postings' kinds. */
    static String kinds(List<Posting> postings) {
        return postings.stream()
                .map(posting -> posting.header().kind().name().substring(0, 1))
                .collect(Collectors.joining());
    }

    void outcome(String what) {
        outcomes.merge(what, 1L, Long::sum);
    }

    void refused(String code) {
        outcome("refused");
        refusals.merge(code, 1L, Long::sum);
    }

    void feature(String what) {
        features.merge(what, 1L, Long::sum);
    }

    void posting(Posting posting) {
        kinds.merge(posting.header().kind().name(), 1L, Long::sum);
        posting.entries().forEach(entry -> entries.merge(move(entry.from(), entry.to()), 1L, Long::sum));
    }

    long commands() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What occurred less often than that. */
    Map<String, Long> rarerThan(long times) {
        Map<String, Long> rare = new TreeMap<>(entries);
        rare.putAll(kinds);
        rare.putAll(features);
        rare.values().removeIf(count -> count >= times);
        return rare;
    }

    @Override
    public String toString() {
        return table("commands", outcomes, true)
                + table("refusals", refusals, true)
                + table("postings", kinds, false)
                + table("entries", entries, false)
                + table("features", features, false);
    }

    private static String table(String title, Map<String, Long> counts, boolean shares) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-44s %10d%n", title, all));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(count -> text.append(
                                String.format(Locale.ROOT, "  %-42s %10d", count.getKey(), count.getValue()))
                        .append(shares ? String.format(Locale.ROOT, " %6.2f %%", 100.0 * count.getValue() / all) : "")
                        .append(System.lineSeparator()));
        return text.toString();
    }
}
