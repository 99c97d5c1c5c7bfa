package io.loyalty4j.earn;

import io.loyalty4j.shop.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that an occasion can concern without looking at the others. A rule stands under each word (a category, brand, sku) of which its lines must
 * have one, or under its kind of occasion if there is no such word; under each word the rules are sorted by their time.
 */
final class RuleIndex {
    private final Map<String, TimeIndex> byKind = new HashMap<>();
    private final Map<Word, TimeIndex> byWord = new HashMap<>();

    RuleIndex(List<Prepared> rules) {
        Map<String, List<TimeIndex.Entry>> kinds = new HashMap<>();
        Map<Word, List<TimeIndex.Entry>> words = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Prepared rule = rules.get(i);
            TimeIndex.Entry entry = new TimeIndex.Entry(i, rule);
            Optional<Set<Word>> needed = NeededWords.of(rule);
            if (needed.isPresent()) {
                needed.get()
                        .forEach(word -> words.computeIfAbsent(word, each -> new ArrayList<>())
                                .add(entry));
            } else {
                rule.kinds()
                        .forEach(kind -> kinds.computeIfAbsent(kind, each -> new ArrayList<>())
                                .add(entry));
            }
        }
        kinds.forEach((kind, entries) -> byKind.put(kind, new TimeIndex(entries)));
        words.forEach((word, entries) -> byWord.put(word, new TimeIndex(entries)));
    }

    static String kind(Occasion occasion) {
        return occasion.activity().map(activity -> activity.kind()).orElse(Tracked.ORDERS);
    }

    /** Sorted by id. */
    List<Prepared> concernedBy(Occasion occasion) {
        List<TimeIndex.Entry> found = new ArrayList<>();
        Instant at = occasion.at();
        String kind = kind(occasion);
        add(byKind.get(kind), at, found);
        if (!Prepared.reserved(kind)) {
            add(byKind.get(Tracked.ANYTHING), at, found);
        }
        if (!byWord.isEmpty()) {
            for (Word word : words(occasion.lines())) {
                add(byWord.get(word), at, found);
            }
        }
        found.sort(Comparator.comparingInt(TimeIndex.Entry::place));
        List<Prepared> rules = new ArrayList<>(found.size());
        int last = -1;
        for (TimeIndex.Entry entry : found) {
            if (entry.place() != last) {
                rules.add(entry.rule());
                last = entry.place();
            }
        }
        return rules;
    }

    private static void add(@Nullable TimeIndex under, Instant at, List<TimeIndex.Entry> found) {
        if (under != null) {
            under.goodAt(at, found);
        }
    }

    private static Set<Word> words(List<OrderLine> lines) {
        Set<Word> words = new HashSet<>();
        for (OrderLine line : lines) {
            words.add(new Word("sku", line.sku()));
            line.brand().ifPresent(brand -> words.add(new Word("brand", brand)));
            line.categories().forEach(category -> words.add(new Word("category", category)));
        }
        return words;
    }
}
