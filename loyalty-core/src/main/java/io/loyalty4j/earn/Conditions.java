package io.loyalty4j.earn;

import io.loyalty4j.earn.LineConditions.LineFrom;
import io.loyalty4j.earn.LineConditions.OneOf;
import io.loyalty4j.earn.LineConditions.QuantityFrom;
import io.loyalty4j.earn.OccasionConditions.AnyLine;
import io.loyalty4j.earn.OccasionConditions.InTier;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import io.loyalty4j.shop.Condition.Negation;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The conditions that rules and rewards are made of: on one line ({@code on}) or on the whole occasion ({@code when}); they combine by {@code and},
 * {@code or}, {@code not}. Those about amounts, quantities and lines are frozen with the order: when a return breaks one, what it gave goes.
 */
public final class Conditions {
    private Conditions() {}

    public static Condition<OrderLine> category(String... anyOf) {
        return new OneOf("category", new TreeSet<>(List.of(anyOf)), OrderLine::categories);
    }

    public static Condition<OrderLine> brand(String... anyOf) {
        return new OneOf(
                "brand",
                new TreeSet<>(List.of(anyOf)),
                line -> line.brand().map(Set::of).orElse(Set.of()));
    }

    public static Condition<OrderLine> sku(String... anyOf) {
        return new OneOf("sku", new TreeSet<>(List.of(anyOf)), line -> Set.of(line.sku()));
    }

    public static Condition<OrderLine> lineIs(String attribute, String value) {
        return Condition.of(
                attribute + " " + value, line -> value.equals(line.attributes().get(attribute)));
    }

    /** So many pieces of one article or more. */
    public static Condition<OrderLine> quantityFrom(int quantity) {
        return new QuantityFrom(quantity);
    }

    /** A line of so much or more, after discounts. */
    public static Condition<OrderLine> lineFrom(String amount) {
        return new LineFrom(new Amount(amount));
    }

    /** An order of so much or more: its lines in the program, after discounts and what is paid with points. */
    public static Condition<Occasion> orderFrom(String amount) {
        return new OrderFrom(new Amount(amount));
    }

    public static Condition<Occasion> anyLine(Condition<OrderLine> condition) {
        return new AnyLine(condition);
    }

    public static Condition<Occasion> orderIs(String attribute, String value) {
        return Condition.of(
                attribute + " " + value,
                occasion -> occasion.attribute(attribute).filter(value::equals).isPresent());
    }

    public static Condition<Occasion> memberIs(String attribute, String value) {
        return Condition.of(
                "member's " + attribute + " " + value,
                occasion -> occasion.memberAttribute(attribute)
                        .filter(value::equals)
                        .isPresent());
    }

    public static Condition<Occasion> inTier(String... anyOf) {
        return new InTier(List.of(anyOf));
    }

    /** The first order that counts: earlier ones that were returned whole do not. */
    public static Condition<Occasion> firstOrder() {
        return Condition.of(
                "the first order", occasion -> occasion.order().isPresent() && occasion.earlierOrders() == 0);
    }

    /** On these days of the week in the program's zone. */
    public static Condition<Occasion> weekday(DayOfWeek... anyOf) {
        Set<DayOfWeek> days = Set.of(anyOf);
        return Condition.of(
                "on " + new TreeSet<>(days),
                occasion -> days.contains(occasion.date().getDayOfWeek()));
    }

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
                .filter(Conditions::aboutTheOrder)
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

    private static <T> Stream<Condition<T>> conjuncts(Condition<T> condition) {
        return condition instanceof Conjunction<T> both
                ? Stream.concat(conjuncts(both.first()), conjuncts(both.second()))
                : Stream.of(condition);
    }

    /**
     * What is wrong with a condition as it is written, in words.
     *
     * @param tiers the codes that the program declares
     */
    public static List<String> mistakes(Condition<?> condition, Set<String> tiers) {
        if (condition instanceof Conjunction<?> both) {
            return both(both.first(), both.second(), tiers);
        }
        if (condition instanceof Disjunction<?> either) {
            return both(either.first(), either.second(), tiers);
        }
        if (condition instanceof Negation<?> negation) {
            return mistakes(negation.condition(), tiers);
        }
        return condition instanceof Stated stated ? stated.mistakes(tiers) : List.of();
    }

    private static List<String> both(Condition<?> first, Condition<?> second, Set<String> tiers) {
        return Stream.concat(mistakes(first, tiers).stream(), mistakes(second, tiers).stream())
                .toList();
    }
}
