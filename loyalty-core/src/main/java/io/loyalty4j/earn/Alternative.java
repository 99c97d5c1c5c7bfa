package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Always;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import io.loyalty4j.shop.Condition.Negation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the ways in which a condition can hold: plain conditions that hold together, and plain ones that do not. */
record Alternative<T>(List<Condition<T>> holding, List<Condition<T>> failing) {
    private static final int MOST = 64;

    /** All ways; none for a condition that never holds. Empty if there are too many to look at. */
    static <T> Optional<List<Alternative<T>>> of(Condition<T> condition) {
        return of(condition, true);
    }

    private static <T> Optional<List<Alternative<T>>> of(Condition<T> condition, boolean holds) {
        if (condition instanceof Negation<T> negation) {
            return of(negation.condition(), !holds);
        }
        if (condition instanceof Conjunction<T> both) {
            return joined(both.first(), both.second(), holds, holds);
        }
        if (condition instanceof Disjunction<T> either) {
            return joined(either.first(), either.second(), holds, !holds);
        }
        if (condition instanceof Always<T>) {
            return Optional.of(holds ? List.of(new Alternative<>(List.of(), List.of())) : List.of());
        }
        return Optional.of(List.of(
                holds
                        ? new Alternative<>(List.of(condition), List.of())
                        : new Alternative<>(List.of(), List.of(condition))));
    }

    private static <T> Optional<List<Alternative<T>>> joined(
            Condition<T> first, Condition<T> second, boolean hold, boolean together) {
        return of(first, hold)
                .flatMap(some -> of(second, hold)
                        .map(others -> together ? products(some, others) : sum(some, others))
                        .filter(all -> all.size() <= MOST));
    }

    private static <T> List<Alternative<T>> products(List<Alternative<T>> some, List<Alternative<T>> others) {
        return some.stream().flatMap(one -> others.stream().map(one::and)).toList();
    }

    private Alternative<T> and(Alternative<T> other) {
        return new Alternative<>(sum(holding, other.holding), sum(failing, other.failing));
    }

    private static <E> List<E> sum(List<E> some, List<E> others) {
        List<E> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Those of one class that hold. */
    <C> List<C> holding(Class<C> kind) {
        return holding.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Those of one class that do not hold. */
    <C> List<C> failing(Class<C> kind) {
        return failing.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
