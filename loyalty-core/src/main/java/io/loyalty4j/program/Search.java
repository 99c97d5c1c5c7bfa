package io.loyalty4j.program;

import io.loyalty4j.earn.EarnPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Goes through a space with a plan, and shows everything it finds to whoever is interested. */
final class Search {
    private final Space space;
    private final EarnPlan plan;
    private final Scenes scenes;
    private final Consumer<Find> interested;
    private long left;

    /**
     * A search.
     *
     * @param most trials that it may make
     */
    Search(Space space, EarnPlan plan, Scenes scenes, long most, Consumer<Find> interested) {
        this.space = space;
        this.plan = plan;
        this.scenes = scenes;
        this.left = most;
        this.interested = interested;
    }

    Optional<Find> look(Trial trial) {
        left--;
        Optional<Find> find = scenes.of(trial).flatMap(sample -> Find.of(plan, sample));
        find.ifPresent(interested);
        return find;
    }

    /** All of it. */
    void exhaust(String tier) {
        exhaust(space.plain(tier), 0);
    }

    private void exhaust(Trial trial, int dimension) {
        if (dimension == space.dimensions().size()) {
            look(trial);
        } else {
            space.dimensions().get(dimension).forEach(change -> exhaust(change.apply(trial), dimension + 1));
        }
    }

    /** From somewhere to where no change of a single choice gives more, as far as the trials last. */
    void climb(Trial start) {
        Trial current = start;
        Optional<Find> best = look(start);
        boolean higher = true;
        while (higher) {
            higher = false;
            for (List<UnaryOperator<Trial>> dimension : space.dimensions()) {
                for (UnaryOperator<Trial> change : dimension) {
                    Trial next = change.apply(current);
                    Optional<Find> found = left > 0 ? look(next) : Optional.empty();
                    if (better(found, best)) {
                        best = found;
                        higher = true;
                    }
                }
                current = best.map(find -> find.sample().trial()).orElse(current);
            }
        }
    }

    private static boolean better(Optional<Find> found, Optional<Find> best) {
        return found.isPresent() && (best.isEmpty() || found.get().moreThan(best.get()));
    }
}
