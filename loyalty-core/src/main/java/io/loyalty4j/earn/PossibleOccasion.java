package io.loyalty4j.earn;

import io.loyalty4j.earn.HistoryConditions.EveryNthOrder;
import io.loyalty4j.earn.HistoryConditions.NthOrder;
import io.loyalty4j.earn.HistoryConditions.OrdersFrom;
import io.loyalty4j.earn.OccasionConditions.AnyLine;
import io.loyalty4j.earn.OccasionConditions.InTier;
import io.loyalty4j.earn.OccasionConditions.MemberIs;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.earn.OccasionConditions.OrderIs;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there can be an occasion of some kind while a rule is good. Says no only where that is certain.
 *
 * @param ofOrders whether it may be an order
 * @param tiers that it may be in
 */
record PossibleOccasion(
        boolean ofOrders,
        Set<String> tiers,
        Instant begin,
        Instant end,
        ZoneId zone,
        Optional<Condition<OrderLine>> excluded) {

    boolean of(Condition<Occasion> condition) {
        return Alternative.of(condition)
                .map(ways -> ways.stream().anyMatch(this::of))
                .orElse(true);
    }

    private boolean of(Alternative<Occasion> way) {
        return who(way)
                && attributes(way)
                && amounts(way)
                && lines(way)
                && orders(way)
                && days(way).exists();
    }

    private boolean who(Alternative<Occasion> way) {
        List<Set<String>> must = new ArrayList<>(List.of(tiers));
        way.holding(InTier.class).forEach(in -> must.add(Set.copyOf(in.anyOf())));
        List<Set<String>> mustNot = way.failing(InTier.class).stream()
                .map(in -> Set.copyOf(in.anyOf()))
                .toList();
        return Choice.ofOne(must, mustNot)
                && Choice.named(
                        way.holding(MemberIs.class),
                        way.failing(MemberIs.class),
                        MemberIs::attribute,
                        is -> Set.of(is.value()));
    }

    private static boolean attributes(Alternative<Occasion> way) {
        return Choice.named(way.holding(OrderIs.class), way.failing(OrderIs.class), OrderIs::attribute, OrderIs::anyOf);
    }

    /** An activity has no amount. */
    private boolean amounts(Alternative<Occasion> way) {
        List<BigDecimal> must = way.holding(OrderFrom.class).stream()
                .map(from -> from.least().value())
                .toList();
        return (ofOrders || must.stream().allMatch(least -> least.signum() == 0))
                && Choice.between(
                        BigDecimal.ZERO,
                        must.stream(),
                        way.failing(OrderFrom.class).stream()
                                .map(from -> from.least().value()));
    }

    private boolean lines(Alternative<Occasion> way) {
        return way.holding(AnyLine.class).stream().allMatch(any -> ofOrders && PossibleLine.of(any.line(), excluded));
    }

    /** Where the number of the order is fixed, it is tried. */
    private boolean orders(Alternative<Occasion> way) {
        List<NthOrder> fixed = way.holding(NthOrder.class);
        List<EveryNthOrder> every = way.holding(EveryNthOrder.class);
        if (!ofOrders && !(fixed.isEmpty() && every.isEmpty())) {
            return false;
        }
        if (fixed.isEmpty()) {
            return true;
        }
        int number = fixed.get(0).n();
        return fixed.stream().allMatch(nth -> nth.n() == number)
                && way.failing(NthOrder.class).stream().noneMatch(nth -> nth.n() == number)
                && every.stream().allMatch(nth -> number % nth.n() == 0)
                && way.failing(EveryNthOrder.class).stream().noneMatch(nth -> number % nth.n() == 0)
                && way.holding(OrdersFrom.class).stream().allMatch(from -> number > from.least())
                && way.failing(OrdersFrom.class).stream().noneMatch(from -> number > from.least());
    }

    private PossibleDay days(Alternative<Occasion> way) {
        LocalDate first =
                begin.equals(Instant.MIN) ? LocalDate.MIN : begin.atZone(zone).toLocalDate();
        LocalDate last = end.equals(Instant.MAX)
                ? LocalDate.MAX
                : end.minusMillis(1).atZone(zone).toLocalDate();
        return new PossibleDay(way, first, last);
    }
}
