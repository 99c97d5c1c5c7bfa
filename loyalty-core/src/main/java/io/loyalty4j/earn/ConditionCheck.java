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
    private ConditionCheck() {}

    /**
     * What is wrong with a condition as it is written, in words.
     *
     * @param tiers the codes that the program declares
     */
    public static List<String> mistakes(Condition<?> condition, Set<String> tiers) {
        return ConditionSize.tooLarge(condition) ? List.of(ConditionSize.WORDS) : mistakesOf(condition, tiers);
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
