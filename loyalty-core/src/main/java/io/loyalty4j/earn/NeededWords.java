package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import io.loyalty4j.shop.OrderLine;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words by which a rule can be found, because without one of them on its lines an order earns nothing from it. */
final class NeededWords {
    private NeededWords() {}

    /** The words of which an order must have one for the rule to give anything; empty if it may go without. */
    static Optional<Set<Word>> of(Prepared rule) {
        return rule.kinds().equals(Set.of(Tracked.ORDERS))
                ? fewest(
                        needed(rule.clauses().lines()),
                        neededWhen(rule.clauses().when()))
                : Optional.empty();
    }

    private static Optional<Set<Word>> neededWhen(Condition<Occasion> when) {
        if (when instanceof OccasionConditions.AnyLine any) {
            return needed(any.line());
        }
        return when instanceof Conjunction<Occasion> both
                ? fewest(neededWhen(both.first()), neededWhen(both.second()))
                : Optional.empty();
    }

    private static Optional<Set<Word>> fewest(Optional<Set<Word>> first, Optional<Set<Word>> second) {
        return Stream.of(first, second).flatMap(Optional::stream).min(Comparator.comparingInt(Set::size));
    }

    private static Optional<Set<Word>> needed(Condition<OrderLine> lines) {
        if (lines instanceof LineConditions.OneOf one) {
            return Optional.of(
                    one.words().stream().map(word -> new Word(one.what(), word)).collect(Collectors.toSet()));
        }
        if (lines instanceof Conjunction<OrderLine> both) {
            return fewest(needed(both.first()), needed(both.second()));
        }
        if (lines instanceof Disjunction<OrderLine> either) {
            return needed(either.first())
                    .flatMap(first -> needed(either.second())
                            .map(second -> Stream.of(first, second)
                                    .flatMap(Set::stream)
                                    .collect(Collectors.toSet())));
        }
        return Optional.empty();
    }
}
