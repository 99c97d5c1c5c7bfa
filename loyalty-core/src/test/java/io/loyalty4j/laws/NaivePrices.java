package io.loyalty4j.laws;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What each line of an order costs as rewards are taken off, one after the other: spread by largest remainder, reckoned in whole units. */
public final class NaivePrices {
    private static final int MICRO = 6;

    private final List<OrderLine> lines;
    private final Predicate<OrderLine> counts;
    private final int currency;
    private final List<BigDecimal> prices;
    private final List<BigDecimal> amounts;
    private final List<BigDecimal> left;

    /**
     * The order at its price before rewards.
     *
     * @param currency its decimals
     */
    public NaivePrices(Order order, Predicate<OrderLine> counts, int currency) {
        this.lines = order.lines().stream()
                .sorted(Comparator.comparing(OrderLine::id))
                .toList();
        this.counts = counts;
        this.currency = currency;
        List<BigDecimal> gross = lines.stream().map(OrderLine::amount).toList();
        this.prices = less(gross, spread(order.discount(), gross, unit(order.discount(), gross)));
        this.amounts = new ArrayList<>(prices);
        this.left = new ArrayList<>(prices);
    }

    private static List<BigDecimal> less(List<BigDecimal> amounts, List<BigDecimal> parts) {
        List<BigDecimal> rest = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            rest.add(amounts.get(i).subtract(parts.get(i)));
        }
        return rest;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public boolean counts(OrderLine line) {
        return counts.test(line);
    }

    /** Of the lines that count, before rewards. */
    public BigDecimal price(Predicate<OrderLine> goods) {
        return sum(prices, counts.and(goods));
    }

    /** Of the lines that count, behind the rewards so far. */
    public BigDecimal left(Predicate<OrderLine> goods) {
        return sum(left, counts.and(goods));
    }

    /** Of all lines. */
    public BigDecimal toPay() {
        return sum(left, line -> true);
    }

    /** Of one line. */
    public BigDecimal priceOf(String line) {
        return sum(prices, each -> each.id().equals(line));
    }

    private BigDecimal sum(List<BigDecimal> values, Predicate<OrderLine> some) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < values.size(); i++) {
            sum = some.test(lines.get(i)) ? sum.add(values.get(i)) : sum;
        }
        return sum;
    }

    /**
     * Takes a reward off; tells what each line has of it.
     *
     * @param free whether it took no points, and lowers what lines cost
     */
    public Map<String, BigDecimal> take(BigDecimal worth, boolean free, Predicate<OrderLine> goods) {
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            weights.add(counts.and(goods).test(lines.get(i)) ? left.get(i) : BigDecimal.ZERO);
        }
        List<BigDecimal> parts = spread(worth, weights, unit(worth, weights));
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            left.set(i, left.get(i).subtract(parts.get(i)));
            amounts.set(i, free ? amounts.get(i).subtract(parts.get(i)) : amounts.get(i));
            shares.put(lines.get(i).id(), parts.get(i));
        }
        return shares;
    }

    /** What earns on each line: what is left of it, or what it costs before points are paid. */
    public List<BigDecimal> basis(boolean onPoints) {
        List<BigDecimal> basis = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            basis.add(counts.test(lines.get(i)) ? (onPoints ? amounts : left).get(i) : BigDecimal.ZERO);
        }
        return basis;
    }

    /** Decimals of the finest unit in use. */
    private int unit(BigDecimal total, List<BigDecimal> weights) {
        int scale = Math.max(currency, total.stripTrailingZeros().scale());
        for (BigDecimal weight : weights) {
            scale = Math.max(scale, weight.stripTrailingZeros().scale());
        }
        return scale;
    }

    /** A total in proportion to weights, in units of so many decimals. */
    public static List<BigDecimal> spread(BigDecimal total, List<BigDecimal> weights, int scale) {
        BigInteger sum = weights.stream().map(NaivePrices::micros).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return weights.stream().map(weight -> BigDecimal.ZERO).toList();
        }
        BigInteger units = total.movePointRight(scale).toBigIntegerExact();
        BigInteger missing = units;
        List<BigInteger> parts = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigInteger[] part = units.multiply(micros(weight)).divideAndRemainder(sum);
            parts.add(part[0]);
            rests.add(part[1]);
            missing = missing.subtract(part[0]);
        }
        for (int some = missing.intValueExact(); some > 0; some--) {
            int largest = 0;
            for (int i = 1; i < rests.size(); i++) {
                largest = rests.get(i).compareTo(rests.get(largest)) > 0 ? i : largest;
            }
            parts.set(largest, parts.get(largest).add(BigInteger.ONE));
            rests.set(largest, BigInteger.ONE.negate());
        }
        return parts.stream().map(part -> new BigDecimal(part, scale)).toList();
    }

    private static BigInteger micros(BigDecimal amount) {
        return amount.movePointRight(MICRO).toBigIntegerExact();
    }
}
