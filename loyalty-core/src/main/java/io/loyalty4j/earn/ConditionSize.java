package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import io.loyalty4j.shop.Condition.Negation;
import java.util.List;

/** How large a condition may be, so that no thread's stack and no patience ends in it. */
final class ConditionSize {
    private static final int MOST_DEPTH = 500;
    private static final int MOST_PARTS = 10_000;

    static final String WORDS =
            "conditions are nested more than " + MOST_DEPTH + " deep, or have more than " + MOST_PARTS + " parts";

    private ConditionSize() {}

    /** Goes down level by level, for a condition may be nested deeper than a thread's stack. */
    static boolean tooLarge(Condition<?> condition) {
        List<Condition<?>> level = List.of(condition);
        int parts = 0;
        for (int depth = 0; depth <= MOST_DEPTH && !level.isEmpty() && parts <= MOST_PARTS; depth++) {
            level = level.stream().flatMap(one -> parts(one).stream()).toList();
            parts += level.size();
        }
        return !level.isEmpty();
    }

    private static List<Condition<?>> parts(Condition<?> condition) {
        if (condition instanceof Conjunction<?> both) {
            return List.of(both.first(), both.second());
        }
        if (condition instanceof Disjunction<?> either) {
            return List.of(either.first(), either.second());
        }
        return condition instanceof Negation<?> negation ? List.of(negation.condition()) : List.of();
    }
}
