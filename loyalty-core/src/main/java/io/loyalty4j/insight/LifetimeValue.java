package io.loyalty4j.insight;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a customer is worth by the simple formulas, which hold all customers to be alike and each period to be like the last. Exact; half up to the currency's
 * smallest unit, once.
 *
 * @param averageOrder zero or more
 * @param orders per customer and period, zero or more
 * @param margin that is left of a price, a share from 0 to 1
 */
public record LifetimeValue(Money averageOrder, BigDecimal orders, BigDecimal margin) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if an amount or a number is below zero, or the margin no share
     */
    public LifetimeValue {
        Bounds.check(averageOrder.amount().signum() >= 0, "orders of " + averageOrder);
        Bounds.check(orders.signum() >= 0, orders + " orders");
        Bounds.share(margin);
    }

    /** By what buyers bought in a period, its average order and orders per buyer as they are shown; empty if nothing was bought. */
    public static Optional<LifetimeValue> of(Buying period, BigDecimal margin) {
        return period.averageOrder()
                .flatMap(average -> period.ordersPerBuyer().map(orders -> new LifetimeValue(average, orders, margin)));
    }

    /** {@code average order x orders x margin}. */
    public Money perPeriod() {
        return money(gain(), BigDecimal.ONE);
    }

    /**
     * {@code average order x orders x margin / churn}, this period's with it, for a customer of whom a share leaves after each period stays {@code 1 / churn} of them on
     * average: the mean of a geometric distribution. Empty if nobody leaves.
     *
     * @param churn of one such period, see {@link Retention#churn()}
     */
    public Optional<Money> untilTheyLeave(Share churn) {
        return ratio(gain().multiply(BigDecimal.valueOf(churn.whole())), BigDecimal.valueOf(churn.part()));
    }

    /**
     * {@code average order x orders x margin x retention / (1 + discount - retention)}, of the periods after this one as of its end: Gupta, Lehmann (2003), Customers
     * as Assets, Journal of Interactive Marketing 17(1), 9-24. Empty if all stay and nothing is discounted, or there is no retention.
     *
     * @param retention of one such period, see {@link Retention#rate()}
     * @param discount of one such period, such as {@code 0.10}; 0 or more
     * @throws IllegalArgumentException if the discount is below 0
     */
    public Optional<Money> discounted(Share retention, BigDecimal discount) {
        Bounds.check(discount.signum() >= 0, "a discount of " + discount);
        BigDecimal stay = BigDecimal.valueOf(retention.part());
        BigDecimal all = BigDecimal.ONE.add(discount).multiply(BigDecimal.valueOf(retention.whole()));
        return ratio(gain().multiply(stay), all.subtract(stay));
    }

    private BigDecimal gain() {
        return averageOrder.amount().multiply(orders).multiply(margin);
    }

    private Optional<Money> ratio(BigDecimal amount, BigDecimal by) {
        return by.signum() == 0 ? Optional.empty() : Optional.of(money(amount, by));
    }

    private Money money(BigDecimal amount, BigDecimal by) {
        int scale = Math.max(0, averageOrder.currency().getDefaultFractionDigits());
        return new Money(amount.divide(by, scale, RoundingMode.HALF_UP), averageOrder.currency());
    }
}
