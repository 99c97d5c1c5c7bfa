package io.loyalty4j.earn;

import io.loyalty4j.earn.OccasionConditions.InTier;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import io.loyalty4j.shop.Condition.Negation;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of conditions that do not hold. */
public final class Unmet {
    private Unmet() {}

    /** Why a reward with a condition cannot be had on an occasion; empty if it can. */
    public static Optional<Refusal> refusal(String reward, Condition<Occasion> when, Occasion occasion) {
        return conjuncts(when)
                .filter(part -> !part.test(occasion))
                .findFirst()
                .map(part -> refusalOf(reward, part, occasion));
    }

    /** The same for a reward that is held: only what the order itself can have changed is asked, its amounts and lines. */
    public static Optional<Refusal> refusalOfHeld(String reward, Condition<Occasion> when, Occasion occasion) {
        return conjuncts(when)
                .filter(Unmet::aboutTheOrder)
                .filter(part -> !part.test(occasion))
                .findFirst()
                .map(part -> refusalOf(reward, part, occasion));
    }

    private static boolean aboutTheOrder(Condition<?> condition) {
        if (condition instanceof Conjunction<?> both) {
            return aboutTheOrder(both.first()) || aboutTheOrder(both.second());
        }
        if (condition instanceof Disjunction<?> either) {
            return aboutTheOrder(either.first()) || aboutTheOrder(either.second());
        }
        return condition instanceof Negation<?> negation
                ? aboutTheOrder(negation.condition())
                : condition instanceof Freezable<?>;
    }

    private static Refusal refusalOf(String reward, Condition<Occasion> part, Occasion occasion) {
        if (part instanceof OrderFrom from) {
            Money needed = new Money(from.least().value(), occasion.amount().currency());
            return new Refusal.OrderTooSmall(reward, needed, occasion.amount());
        }
        if (part instanceof InTier tier) {
            return new Refusal.TierTooLow(reward, String.join(" or ", tier.anyOf()), occasion.tier());
        }
        return new Refusal.ConditionNotMet(reward, part.describe());
    }

    /** What would have to be spent more so that a condition holds, if that is all that is missing. */
    static Optional<Money> missing(Condition<Occasion> when, Occasion occasion) {
        List<Condition<Occasion>> unmet =
                conjuncts(when).filter(part -> !part.test(occasion)).toList();
        if (unmet.isEmpty() || !unmet.stream().allMatch(OrderFrom.class::isInstance)) {
            return Optional.empty();
        }
        BigDecimal least =
                unmet.stream().map(part -> ((OrderFrom) part).least().value()).reduce(BigDecimal.ZERO, BigDecimal::max);
        return Optional.of(new Money(least, occasion.amount().currency()).minus(occasion.amount()));
    }

    static <T> Stream<Condition<T>> conjuncts(Condition<T> condition) {
        return condition instanceof Conjunction<T> both
                ? Stream.concat(conjuncts(both.first()), conjuncts(both.second()))
                : Stream.of(condition);
    }
}
