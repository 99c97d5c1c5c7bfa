package io.loyalty4j.earn;

import io.loyalty4j.earn.BuiltIn.Fixed;
import io.loyalty4j.earn.BuiltIn.PerAmount;
import io.loyalty4j.earn.BuiltIn.PerUnit;
import io.loyalty4j.earn.CalendarConditions.OnDates;
import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.earn.HistoryConditions.EveryNthOrder;
import io.loyalty4j.earn.HistoryConditions.NthOrder;
import io.loyalty4j.earn.HistoryConditions.OrdersFrom;
import io.loyalty4j.earn.LineConditions.LineFrom;
import io.loyalty4j.earn.LineConditions.OneOf;
import io.loyalty4j.earn.OccasionConditions.AnyLine;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Always;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What kind of rule one is, for who doubts a program. */
public final class RuleTraits {
    private final Clauses clauses;
    private final Atoms atoms;

    RuleTraits(Clauses clauses, Atoms atoms) {
        this.clauses = clauses;
        this.atoms = atoms;
    }

    /** Whether orders can earn by it. */
    public boolean ofOrders() {
        return Prepared.kinds(clauses).contains(Tracked.ORDERS);
    }

    /** Whether it has a beginning or an end. */
    public boolean seasonal() {
        return !clauses.season().equals(Season.ALWAYS)
                || atoms.of(OnDates.class).findAny().isPresent();
    }

    /** Whether it is not for everything, everybody and always. */
    public boolean conditional() {
        return seasonal()
                || !(clauses.when() instanceof Always<?>)
                || !(clauses.lines() instanceof Always<?>)
                || (clauses.formula() instanceof BuiltIn.Multiplied factor
                        && !factor.byTier().isEmpty());
    }

    /** Whether it is a rate on everything, for everybody and always. */
    public boolean plainRate() {
        return clauses.formula() instanceof PerAmount && ofOrders() && !conditional();
    }

    /** Conditions of one's own, in words. */
    public List<String> ownConditions() {
        return atoms.ownOnes().map(Condition::describe).toList();
    }

    /**
     * What stays when other orders come back, that led to it.
     *
     * @param base the tier that needs no order
     */
    public Optional<String> wonAcrossOrders(String base) {
        return Won.by(clauses, atoms, base);
    }

    /** Points that it gives on orders of any amount; empty if a minimum, a kind of goods or a condition of one's own stands before them. */
    public Optional<Long> withoutMinimum() {
        boolean bounded = !ofOrders()
                || atoms.ownOnes().findAny().isPresent()
                || everyWay(clauses.when(), RuleTraits::dear)
                || everyWay(clauses.lines(), RuleTraits::particular);
        return Optional.of(fixed(clauses.formula())).filter(points -> points > 0 && !bounded);
    }

    private static long fixed(Formula formula) {
        if (formula instanceof Fixed fixed) {
            return fixed.points();
        }
        if (formula instanceof PerUnit units) {
            return units.points();
        }
        if (formula instanceof Referring referring) {
            return Math.addExact(referring.toReferrer(), referring.toFriend());
        }
        if (formula instanceof Stamping card && card.reward().isEmpty()) {
            return card.worth();
        }
        return formula instanceof Challenging challenge
                        && challenge.reward().isEmpty()
                        && challenge.goals().stream().allMatch(goal -> goal.what() == Goal.What.ORDERS)
                ? challenge.worth()
                : 0;
    }

    private static <T> boolean everyWay(Condition<T> condition, Predicate<Alternative<T>> is) {
        return Alternative.of(condition).map(ways -> ways.stream().allMatch(is)).orElse(true);
    }

    private static boolean dear(Alternative<?> way) {
        return way.holding(OrderFrom.class).stream()
                        .anyMatch(from -> from.least().positive())
                || way.holding(AnyLine.class).stream().anyMatch(any -> everyWay(any.line(), RuleTraits::particular));
    }

    private static boolean particular(Alternative<?> way) {
        return !way.holding(OneOf.class).isEmpty()
                || way.holding(LineFrom.class).stream()
                        .anyMatch(from -> from.least().positive());
    }

    /** Amounts that its formula goes by. */
    static Stream<BigDecimal> amounts(Clauses rule) {
        if (rule.formula() instanceof PerAmount rate && rate.kind() == Kind.BLOCK_RATE) {
            return Stream.of(rate.per().value());
        }
        return rule.formula() instanceof Challenging challenge
                ? challenge.goals().stream()
                        .filter(goal -> goal.what() == Goal.What.SPENDING)
                        .map(goal -> new BigDecimal(goal.target()))
                : Stream.empty();
    }

    /** Pieces that fill its card. */
    static Stream<Integer> stamps(Clauses rule) {
        return rule.formula() instanceof Stamping card ? Stream.of((int) card.size()) : Stream.empty();
    }

    /** The attribute that it counts in. */
    static Stream<String> counted(Clauses rule) {
        return rule.formula() instanceof PerUnit units ? Stream.of(units.attribute()) : Stream.empty();
    }

    static Stream<Long> earlierOrders(Atoms atoms) {
        Stream<Long> nth = atoms.of(NthOrder.class).map(one -> one.n() - 1L);
        Stream<Long> every = atoms.of(EveryNthOrder.class).map(one -> one.n() - 1L);
        return Stream.concat(
                Stream.concat(nth, every), atoms.of(OrdersFrom.class).map(one -> (long) one.least()));
    }
}
