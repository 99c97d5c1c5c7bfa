package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import io.loyalty4j.shop.Condition.Negation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what is wrong with conditions as they were written. */
public final class ConditionCheck {
    private static final int MOST_DEPTH = 500;
    private static final int MOST_PARTS = 10_000;

    private ConditionCheck() {}

    /**
     * What is wrong with a condition as it is written, in words.
     *
     * @param tiers the codes that the program declares
     */
    public static List<String> mistakes(Condition<?> condition, Set<String> tiers) {
        return tooLarge(condition)
                ? List.of("conditions are nested more than " + MOST_DEPTH + " deep, or have more than " + MOST_PARTS
                        + " parts")
                : mistakesOf(condition, tiers);
    }

    /** Goes down level by level, for a condition may be nested deeper than a thread's stack. */
    private static boolean tooLarge(Condition<?> condition) {
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

    private static List<String> mistakesOf(Condition<?> condition, Set<String> tiers) {
        if (condition instanceof Conjunction<?> both) {
            return both(both.first(), both.second(), tiers);
        }
        if (condition instanceof Disjunction<?> either) {
            return both(either.first(), either.second(), tiers);
        }
        if (condition instanceof Negation<?> negation) {
            return mistakesOf(negation.condition(), tiers);
        }
        return condition instanceof Stated stated ? stated.mistakes(tiers) : List.of();
    }

    private static List<String> both(Condition<?> first, Condition<?> second, Set<String> tiers) {
        return Stream.concat(mistakesOf(first, tiers).stream(), mistakesOf(second, tiers).stream())
                .toList();
    }
}
