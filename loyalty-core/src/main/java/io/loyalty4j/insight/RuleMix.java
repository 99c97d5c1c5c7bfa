package io.loyalty4j.insight;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** The points of one member by the rule that gave them, lot by lot, while their postings pass by. */
final class RuleMix {
    private final Map<String, LotMix> lots = new HashMap<>();
    private final String unknown;

    /**
     * Of a member who has nothing yet.
     *
     * @param unknown what stands for the rules of points that were given before the first posting
     */
    RuleMix(String unknown) {
        this.unknown = unknown;
    }

    /**
     * Gives what its entries move of each rule's.
     *
     * @param before what its order was given so far, if it is an edit
     */
    void apply(Posting posting, List<Award> before, Moved moved) {
        SortedMap<String, Long> given = given(posting, before);
        for (Entry entry : posting.entries()) {
            ObjLongConsumer<String> each = (rule, points) -> moved.accept(entry, rule, points);
            if (entry.from() == Bucket.ISSUED) {
                give(entry, given, each);
            } else {
                lots.computeIfAbsent(entry.lot(), this::givenBefore).move(entry, each);
            }
        }
    }

    /** What is issued takes from what rules have still to give. */
    private void give(Entry entry, SortedMap<String, Long> given, ObjLongConsumer<String> moved) {
        LotMix lot = lots.computeIfAbsent(entry.lot(), id -> new LotMix());
        spread(entry.points(), given).forEach((rule, points) -> {
            lot.give(rule, entry, points);
            given.merge(rule, -points, Math::addExact);
            moved.accept(rule, points);
        });
    }

    /** A lot of which the rules are not known, as it is. */
    void known(Lot lot) {
        lots.computeIfAbsent(lot.id(), id -> LotMix.of(lot, unknown));
    }

    private LotMix givenBefore(String id) {
        LotMix lot = new LotMix();
        lot.give(unknown, new Entry(id, Bucket.ISSUED, Bucket.AVAILABLE, 1), 1);
        return lot;
    }

    /** What each rule gives with a posting: its awards or, of an edit that issues the difference alone, in proportion to what it gives more than before. */
    private SortedMap<String, Long> given(Posting posting, List<Award> before) {
        long issued = posting.entries().stream()
                .filter(entry -> entry.from() == Bucket.ISSUED)
                .mapToLong(Entry::points)
                .sum();
        SortedMap<String, Long> all = new TreeMap<>();
        posting.awards().forEach(award -> all.merge(award.rule(), award.points(), Math::addExact));
        if (issued == 0 || sum(all) == issued) {
            return all;
        }
        SortedMap<String, Long> more = new TreeMap<>(all);
        before.forEach(award -> more.merge(award.rule(), -award.points(), Math::addExact));
        more.values().removeIf(points -> points <= 0);
        if (!more.isEmpty()) {
            return spread(issued, more);
        }
        return all.isEmpty() ? new TreeMap<>(Map.of(unknown, issued)) : spread(issued, all);
    }

    private static long sum(SortedMap<String, Long> points) {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }

    private static SortedMap<String, Long> spread(long points, SortedMap<String, Long> weights) {
        List<String> rules = new ArrayList<>(weights.keySet());
        List<Long> parts = LotMix.spread(points, List.copyOf(weights.values()));
        SortedMap<String, Long> spread = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            spread.put(rules.get(i), parts.get(i));
        }
        spread.values().removeIf(part -> part == 0);
        return spread;
    }

    /** Takes what an entry moves of one rule's points. */
    @FunctionalInterface
    interface Moved {
        void accept(Entry entry, String rule, long points);
    }
}
