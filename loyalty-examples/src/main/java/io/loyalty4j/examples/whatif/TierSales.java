package io.loyalty4j.examples.whatif;

import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What members of one tier bought, and what the points for it cost.
 *
 * @param tier that they had when they ordered
 * @param points {@link Given} for the orders
 * @param sales what is left of the orders' prices, with what was paid with points
 */
record TierSales(String tier, long orders, long points, Money sales, Money cost) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Of each tier of the program, the lowest first. */
    static List<TierSales> of(Trial trial) {
        Map<String, List<OrderPosition>> byTier = new TreeMap<>();
        trial.history().invoices().stream()
                .filter(invoice -> !invoice.cancellation())
                .flatMap(invoice -> trial.store().order(invoice.member(), invoice.number()).stream())
                .forEach(order -> order.terms()
                        .ifPresent(terms -> byTier.computeIfAbsent(terms.past().tier(), tier -> new ArrayList<>())
                                .add(order)));
        Map<Given.OrderKey, Long> given = trial.read(Given::byOrder);
        return trial.program().ladder().rungs().stream()
                .map(rung -> of(rung.tier(), byTier.getOrDefault(rung.tier(), List.of()), given, trial))
                .toList();
    }

    private static TierSales of(String tier, List<OrderPosition> orders, Map<Given.OrderKey, Long> given, Trial trial) {
        long points = orders.stream()
                .mapToLong(order -> given.getOrDefault(new Given.OrderKey(order.member(), order.order()), 0L))
                .sum();
        BigDecimal sales = orders.stream().map(OrderPosition::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TierSales(
                tier, orders.size(), points, new Money(sales, trial.program().currency()), trial.cost(points));
    }

    /** All tiers of a program together. */
    static TierSales sum(List<TierSales> tiers) {
        return tiers.stream().reduce(TierSales::plus).orElseThrow();
    }

    private TierSales plus(TierSales other) {
        return new TierSales(
                "all", orders + other.orders, points + other.points, sales.plus(other.sales), cost.plus(other.cost));
    }

    /** The cost in percent of the sales, half up; empty if nothing was sold. */
    Optional<BigDecimal> percent() {
        return sales.amount().signum() == 0
                ? Optional.empty()
                : Optional.of(cost.amount().multiply(HUNDRED).divide(sales.amount(), 2, RoundingMode.HALF_UP));
    }
}
