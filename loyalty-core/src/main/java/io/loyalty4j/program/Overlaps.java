package io.loyalty4j.program;

import io.loyalty4j.earn.Probes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Campaigns that were found to give something on one order, one of them seasonal, and the most that they give back together in each tier. */
final class Overlaps {
    private static final int MOST = 500;

    private final Set<String> conditional = new HashSet<>();
    private final Set<String> seasonal = new HashSet<>();
    private final SortedMap<String, Map<String, Find>> found = new TreeMap<>();
    private final Map<String, NavigableSet<String>> sets = new TreeMap<>();

    Overlaps(SortedMap<String, Probes> rules) {
        rules.forEach((id, probes) -> {
            if (probes.traits().conditional()) {
                conditional.add(id);
            }
            if (probes.traits().seasonal()) {
                seasonal.add(id);
            }
        });
    }

    void see(Find find) {
        NavigableSet<String> campaigns = new TreeSet<>(find.rules());
        campaigns.retainAll(conditional);
        if (campaigns.size() > 1 && campaigns.stream().anyMatch(seasonal::contains)) {
            String key = String.join(" ", campaigns);
            if (found.containsKey(key) || found.size() < MOST) {
                sets.put(key, campaigns);
                merge(found.computeIfAbsent(key, each -> new TreeMap<>()), find);
            }
        }
    }

    private static void merge(Map<String, Find> byTier, Find find) {
        byTier.merge(find.sample().tier(), find, (one, other) -> other.moreThan(one) ? other : one);
    }

    /** Those that are not part of a larger one, with what was found of their parts. */
    List<Overlap> largest() {
        List<Overlap> largest = new ArrayList<>();
        for (NavigableSet<String> set : sets.values()) {
            if (sets.values().stream().noneMatch(other -> other.size() > set.size() && other.containsAll(set))) {
                Map<String, Find> worst = new TreeMap<>();
                parts(set).forEach(part -> part.values().forEach(find -> merge(worst, find)));
                largest.add(new Overlap(set, first(set), worst));
            }
        }
        return largest;
    }

    private Collection<Map<String, Find>> parts(NavigableSet<String> set) {
        return sets.entrySet().stream()
                .filter(part -> set.containsAll(part.getValue()))
                .flatMap(part -> Stream.ofNullable(found.get(part.getKey())))
                .toList();
    }

    private String first(NavigableSet<String> set) {
        return set.stream().filter(seasonal::contains).findFirst().orElseThrow();
    }
}
