package io.loyalty4j.earn;

import io.loyalty4j.earn.Calculation.Share;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What each rule gave in the end, and what counters and budgets have to note of it. */
final class Gifts {
    private final Map<String, Long> points = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private long all;
    private long ofMilestones;

    private Gifts() {}

    /** Of points, and of rules that have had their turn without any. */
    static Gifts of(List<Share> shares, Set<String> takingPart, Set<String> milestones) {
        Gifts gifts = new Gifts();
        gifts.given.addAll(takingPart);
        for (Share share : shares) {
            if (share.points() > 0) {
                gifts.points.merge(share.rule(), share.points(), Math::addExact);
                gifts.given.add(share.rule());
                gifts.all = Math.addExact(gifts.all, share.points());
                gifts.ofMilestones += milestones.contains(share.rule()) ? share.points() : 0;
            }
        }
        return gifts;
    }

    /** What counters are added. */
    List<Count> counts(List<Effect> effects) {
        Map<String, Count> counts = new TreeMap<>();
        for (Effect effect : effects) {
            long times = times(effect);
            if (times > 0) {
                counts.merge(effect.count().name(), effect.count().times(times), Count::plus);
            }
        }
        return List.copyOf(counts.values());
    }

    private long times(Effect effect) {
        return switch (effect.measure()) {
            case OCCASION -> 1;
            case GIFT -> given.contains(effect.rule()) ? 1 : 0;
            case POINTS_OF_RULE -> points.getOrDefault(effect.rule(), 0L);
            case POINTS_EARNED -> all - ofMilestones;
            case POINTS_IN_ALL -> all;
        };
    }

    /** What budgets are used for: what is given, not every turn; of a person, every turn. */
    Map<String, Yield.Use> uses(List<Budget> budgets, Set<String> rewarding) {
        Map<String, Yield.Use> uses = new TreeMap<>();
        for (Budget budget : budgets) {
            long used = budget.inTimes() ? once(budget, rewarding) : points.getOrDefault(budget.rule(), 0L);
            uses.put(budget.name(), new Yield.Use(used, budget.cap().most()));
        }
        return uses;
    }

    private long once(Budget budget, Set<String> rewarding) {
        boolean turn = budget.cap().scope() == Cap.Scope.PERSON && given.contains(budget.rule());
        return turn || points.containsKey(budget.rule()) || rewarding.contains(budget.rule()) ? 1 : 0;
    }
}
