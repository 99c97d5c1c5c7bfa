package io.loyalty4j.program;

import io.loyalty4j.earn.Probes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches where there are too many orders to try all. Each rule is tried by itself, with the base; the search climbs from the orders on which single rules give
 * most, among the rules that give most.
 */
final class Climb {
    private static final int MOST_RULES = 100;
    private static final int MOST_STARTS = 20;
    private static final int MOST_HEIGHTS = 100;
    private static final long MOST_FIRST_TRIALS = 40_000;
    private static final long TRIALS_OF_A_RULE = 40;

    private final Study study;
    private final Scenes scenes;
    private final List<String> base;

    Climb(Study study, Scenes scenes) {
        this.study = study;
        this.scenes = scenes;
        this.base = study.plainRates().stream().limit(MOST_STARTS).toList();
    }

    /** The best that was found, in all tiers, with those rules alone. */
    List<Find> heights(long trials) {
        List<Start> starts = starts();
        Set<String> some = new HashSet<>(base);
        starts.forEach(start -> some.add(start.rule()));
        Space space = new Space(study.program(), of(some));
        List<Find> heights = new ArrayList<>();
        for (String tier : study.tiers()) {
            Best best = new Best();
            Search search = new Search(
                    space,
                    study.program().planOf(some),
                    scenes,
                    trials / study.tiers().size(),
                    best::see);
            Trial plain = space.plain(tier);
            search.climb(plain);
            starts.stream().limit(MOST_STARTS).forEach(start -> search.climb(start.like(plain)));
            heights.addAll(best.most(MOST_HEIGHTS));
        }
        return heights;
    }

    private Probes of(Set<String> some) {
        return Probes.together(study.rules().entrySet().stream()
                .filter(rule -> some.contains(rule.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    private List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        long trials =
                Math.min(TRIALS_OF_A_RULE, MOST_FIRST_TRIALS / study.rules().size());
        study.ofOrders().forEach((id, probes) -> {
            Set<String> some = new HashSet<>(base);
            some.add(id);
            Space space = new Space(study.program(), probes);
            Best best = new Best();
            Search search = new Search(space, study.program().planOf(some), scenes, trials, best::see);
            study.tiers().forEach(tier -> search.look(space.corner(tier)));
            best.most().ifPresent(find -> search.climb(find.sample().trial()));
            best.most().ifPresent(find -> starts.add(new Start(id, find)));
        });
        starts.sort(Comparator.comparing(Start::find, Find.MOST_FIRST).thenComparing(Start::rule));
        return starts.subList(0, Math.min(starts.size(), MOST_RULES));
    }

    /** An order on which a rule gives something. */
    private record Start(String rule, Find find) {
        /** In the tier of another. */
        Trial like(Trial plain) {
            return find.sample()
                    .trial()
                    .person(person -> person.ofTier(plain.person().tier()))
                    .moment(moment -> moment.mattering(plain.moment().matters()));
        }
    }
}
