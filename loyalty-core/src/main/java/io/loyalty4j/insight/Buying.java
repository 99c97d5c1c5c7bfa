package io.loyalty4j.insight;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What customers bought in a period, without orders that came back whole.
 *
 * @param customers buyers, and all other members who were there at its end
 * @param buyers with at least one order in it
 * @param repeaters with at least two
 * @param sales what is left of the orders' prices, with what was paid with points
 */
public record Buying(long customers, long buyers, long repeaters, long orders, Money sales) {
    private static final int DECIMALS = 4;

    /**
     * Of a period from one instant to another.
     *
     * @param currency the program's
     */
    public static Buying of(Stream<Customer> customers, Currency currency, Instant from, Instant until) {
        Bounds.period(from, until);
        BuyingSums sums = new BuyingSums(from, until);
        customers.sequential().forEach(sums::add);
        return sums.buying(currency);
    }

    /** Who bought, of all: retention by the definition that a customer is who buys. */
    public Share active() {
        return new Share(buyers, customers);
    }

    /** Who bought more than once, of those who bought. */
    public Share repeatPurchaseRate() {
        return new Share(repeaters, buyers);
    }

    /** Sales by orders, half up to the currency's smallest unit; empty if there were none. */
    public Optional<Money> averageOrder() {
        int scale = Math.max(0, sales.currency().getDefaultFractionDigits());
        return orders == 0
                ? Optional.empty()
                : Optional.of(new Money(
                        sales.amount().divide(BigDecimal.valueOf(orders), scale, RoundingMode.HALF_UP),
                        sales.currency()));
    }

    /** Orders by buyers, half up to {@value #DECIMALS} decimals; empty if there were none. */
    public Optional<BigDecimal> ordersPerBuyer() {
        return buyers == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(orders).divide(BigDecimal.valueOf(buyers), DECIMALS, RoundingMode.HALF_UP));
    }

    /** As it is added up. */
    private static final class BuyingSums {
        private final Instant from;
        private final Instant until;
        private long customers;
        private long buyers;
        private long repeaters;
        private long orders;
        private BigDecimal sales = BigDecimal.ZERO;

        BuyingSums(Instant from, Instant until) {
            this.from = from;
            this.until = until;
        }

        void add(Customer customer) {
            List<Purchase> own = customer.purchases().stream()
                    .filter(Purchase::kept)
                    .filter(purchase ->
                            !purchase.at().isBefore(from) && purchase.at().isBefore(until))
                    .toList();
            customers += own.isEmpty() && !customer.there(until) ? 0 : 1;
            buyers += own.isEmpty() ? 0 : 1;
            repeaters += own.size() > 1 ? 1 : 0;
            orders += own.size();
            for (Purchase purchase : own) {
                sales = sales.add(purchase.amount());
            }
        }

        Buying buying(Currency currency) {
            return new Buying(customers, buyers, repeaters, orders, new Money(sales, currency));
        }
    }
}
