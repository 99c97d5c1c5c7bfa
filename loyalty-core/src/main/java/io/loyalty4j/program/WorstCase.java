package io.loyalty4j.program;

import io.loyalty4j.earn.Probes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The order that gives back most of what is spent, in each tier. All orders of the {@link Space} are tried where they are few; else the search climbs, and what it comes
 * to is looked at once more with all rules.
 */
final class WorstCase {
    private static final long MOST_TRIALS = 20_000;
    private static final int MOST_RULES = 100;

    private final Consumer<Find> interested;
    private final Map<String, Find> worst = new LinkedHashMap<>();
    private final boolean exhaustive;

    WorstCase(Study study, Consumer<Find> interested) {
        this.interested = interested;
        LoyaltyProgram program = study.program();
        Scenes scenes = new Scenes(program);
        Space all = new Space(program, Probes.together(study.ofOrders().values()));
        this.exhaustive = study.rules().size() <= MOST_RULES
                && all.size(MOST_TRIALS) * study.tiers().size() <= MOST_TRIALS;
        if (exhaustive) {
            Search search = new Search(all, program.plan(), scenes, MOST_TRIALS, this::see);
            study.tiers().forEach(search::exhaust);
        } else {
            new Climb(study, scenes)
                    .heights(MOST_TRIALS)
                    .forEach(find -> Find.of(program.plan(), find.sample()).ifPresent(this::see));
        }
    }

    /** By tier, the lowest first. */
    Map<String, Find> byTier() {
        return worst;
    }

    /** Whether every order of the space was tried. */
    boolean exhaustive() {
        return exhaustive;
    }

    private void see(Find find) {
        interested.accept(find);
        worst.merge(find.sample().tier(), find, (one, other) -> other.moreThan(one) ? other : one);
    }
}
