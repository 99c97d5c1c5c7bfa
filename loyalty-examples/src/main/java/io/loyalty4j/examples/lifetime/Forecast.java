package io.loyalty4j.examples.lifetime;

import static java.util.stream.Collectors.toSet;

import io.loyalty4j.examples.lifetime.OrderHistory.Buyer;
import io.loyalty4j.insight.BgNbd;
import io.loyalty4j.insight.CustomerValue;
import io.loyalty4j.insight.GammaGamma;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a history up to a day says of the weeks after it.
 *
 * @param last the day; of what came later nothing was known to the fit
 */
record Forecast(
        OrderHistory history,
        LocalDate last,
        int weeks,
        List<Buyer> buyers,
        ModelFit<BgNbd> orders,
        ModelFit<GammaGamma> spending) {
    private static final double[] ORDERS_START = {1, 10, 1, 2};
    private static final double[] SPENDING_START = {5, 4, 20};

    static Forecast of(OrderHistory history, LocalDate last, int weeks) {
        List<Buyer> buyers = history.buyers(last);
        return new Forecast(
                history,
                last,
                weeks,
                buyers,
                ModelFit.ofOrders(buyers.stream().map(Buyer::repeats).toList(), ORDERS_START),
                ModelFit.ofSpending(buyers.stream().map(Buyer::spend).toList(), SPENDING_START));
    }

    CustomerValue value() {
        return new CustomerValue(orders.model(), spending.model(), history.currency());
    }

    /** Days with orders that are expected of all buyers together. */
    double expectedOrders() {
        return buyers.stream()
                .mapToDouble(buyer -> orders.model().orders(buyer.repeats(), weeks))
                .sum();
    }

    /** As many as there were of them; empty if the history does not go on for as long. */
    Optional<Long> actualOrders() {
        LocalDate then = last.plusWeeks(weeks);
        long before =
                buyers.stream().mapToLong(buyer -> buyer.repeats().frequency()).sum();
        return then.isAfter(history.end()) ? Optional.empty() : Optional.of(repeatsOf(buyers, then) - before);
    }

    private long repeatsOf(List<Buyer> known, LocalDate then) {
        Set<MemberId> members =
                known.stream().map(buyer -> buyer.customer().member()).collect(toSet());
        return history.buyers(then).stream()
                .filter(later -> members.contains(later.customer().member()))
                .mapToLong(later -> later.repeats().frequency())
                .sum();
    }

    Money expectedSpend() {
        return buyers.stream()
                .map(buyer -> value().expected(buyer.repeats(), buyer.spend(), weeks))
                .reduce(Money.zero(history.currency().getCurrencyCode()), Money::plus);
    }

    /** Of whom the most is lost if nobody brings them back, the most first. */
    List<Stake> worthWinningBack() {
        CustomerValue value = value();
        return buyers.stream()
                .map(buyer -> new Stake(buyer, value.atStake(buyer.repeats(), buyer.spend(), weeks)))
                .sorted(Comparator.comparing(Stake::amount)
                        .reversed()
                        .thenComparing(stake -> stake.buyer().customer().member()))
                .toList();
    }

    /** What is lost if nobody brings a buyer back. */
    record Stake(Buyer buyer, Money amount) {}
}
