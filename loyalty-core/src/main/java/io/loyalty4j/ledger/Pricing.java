package io.loyalty4j.ledger;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Payable;
import io.loyalty4j.shop.LargestRemainder;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What each line of an order costs after discounts, and how much of it is paid with points; by the lines' ids, so that the odd cent goes to the same line
 * however they are listed. Grows as rewards are taken off.
 */
final class Pricing {
    private final LoyaltyProgram program;
    private final List<Priced> lines = new ArrayList<>();
    private final List<Paid> paid = new ArrayList<>();
    private final List<Change.RewardApplied> rewards = new ArrayList<>();
    private final Optional<Money> foreign;
    private final BigDecimal rate;

    Pricing(LoyaltyProgram program, Order order) {
        this.program = program;
        this.foreign = foreign(order);
        this.rate = order.currency().flatMap(program::rate).orElse(BigDecimal.ONE);
        List<OrderLine> own = order.lines().stream()
                .sorted(Comparator.comparing(OrderLine::id))
                .map(line -> foreign.isEmpty() ? line : line.converted(rate))
                .toList();
        BigDecimal discount = order.discount().multiply(rate);
        List<BigDecimal> amounts = own.stream().map(OrderLine::amount).toList();
        List<BigDecimal> shares = LargestRemainder.spread(discount, amounts, unit(amounts, discount));
        for (int i = 0; i < own.size(); i++) {
            OrderLine line = own.get(i);
            BigDecimal price = amounts.get(i).subtract(shares.get(i));
            lines.add(new Priced(
                    line, price, price, BigDecimal.ZERO, 0, program.plan().counts(line)));
        }
    }

    /** What one unit of the order's currency is worth in the program's. */
    BigDecimal rate() {
        return rate;
    }

    /** What the order costs, where it is in another currency than the program. */
    private Optional<Money> foreign(Order order) {
        return order.currency()
                .filter(code -> !code.equals(program.currency().getCurrencyCode()))
                .map(code -> new Money(
                        order.lines().stream()
                                .map(OrderLine::amount)
                                .reduce(order.discount().negate(), BigDecimal::add),
                        Currency.getInstance(code)));
    }

    /** Why no reward can be taken off; empty if rewards can. */
    Optional<Refusal> otherMoneyThan(String reward) {
        return foreign.map(
                there -> new Refusal.RewardNotOffered(reward, "it is in " + program.currency() + ", the order is not"));
    }

    /** The finest scale among the currency's and the amounts', so that a share never exceeds what it is a share of. */
    private int unit(List<BigDecimal> amounts, BigDecimal total) {
        int scale = Math.max(scale(program), total.stripTrailingZeros().scale());
        for (BigDecimal amount : amounts) {
            scale = Math.max(scale, amount.stripTrailingZeros().scale());
        }
        return scale;
    }

    static int scale(LoyaltyProgram program) {
        return Math.max(0, program.currency().getDefaultFractionDigits());
    }

    /** What some of the lines that count cost, and what is left to pay of them. */
    Payable payable(Predicate<OrderLine> goods) {
        BigDecimal price = BigDecimal.ZERO;
        BigDecimal left = BigDecimal.ZERO;
        for (Priced line : lines) {
            if (line.counts() && goods.test(line.line())) {
                price = price.add(line.price());
                left = left.add(line.left());
            }
        }
        return new Payable(price, left, program.currency());
    }

    /** What is left to pay of all lines, in the order's currency. */
    Money toPay() {
        return foreign.orElseGet(this::leftOfAll);
    }

    private Money leftOfAll() {
        return new Money(lines.stream().map(Priced::left).reduce(BigDecimal.ZERO, BigDecimal::add), program.currency());
    }

    /**
     * Takes a reward off some of the lines that count, line by line in proportion to what is left of them; its points are shared as its money is. One that took
     * no points is a discount.
     */
    void take(Paid reward, Predicate<OrderLine> goods) {
        BigDecimal worth = reward.benefit().off(payable(goods).left(), scale(program));
        List<BigDecimal> left = lines.stream()
                .map(line -> line.counts() && goods.test(line.line()) ? line.left() : BigDecimal.ZERO)
                .toList();
        List<BigDecimal> shares = LargestRemainder.spread(worth, left, unit(left, worth));
        List<BigDecimal> pointShares = LargestRemainder.spread(BigDecimal.valueOf(reward.points()), shares, 0);
        Map<String, BigDecimal> discounts = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Priced line = lines.get(i);
            BigDecimal share = shares.get(i);
            if (share.signum() > 0) {
                discounts.put(line.line().id(), share);
            }
            lines.set(
                    i,
                    reward.points() == 0
                            ? line.less(share)
                            : line.paying(share, pointShares.get(i).longValueExact()));
        }
        paid.add(reward);
        rewards.add(new Change.RewardApplied(
                reward.reward(), reward.points(), new Money(worth, program.currency()), discounts, reward.benefit()));
    }

    /** The rewards that were taken off, in this order. */
    List<Paid> paid() {
        return paid;
    }

    List<Change.RewardApplied> rewards() {
        return rewards;
    }

    List<Priced> lines() {
        return lines;
    }

    /** The lines that count as rules see them: each costs what is left of it, or what it cost before points were paid. */
    List<OrderLine> net(boolean withPointsPaid) {
        return lines.stream()
                .filter(Priced::counts)
                .map(line -> net(line.line(), withPointsPaid ? line.amount() : line.left()))
                .toList();
    }

    /** A line with a discount that leaves so much of it. */
    static OrderLine net(OrderLine line, BigDecimal value) {
        BigDecimal off = line.amount().subtract(value);
        return off.signum() == 0 ? line : line.less(line.discount().add(off));
    }

    /**
     * One line.
     *
     * @param price after the shop's discounts
     * @param amount after all discounts
     * @param paid with points, in money
     * @param points that paid it
     */
    record Priced(OrderLine line, BigDecimal price, BigDecimal amount, BigDecimal paid, long points, boolean counts) {
        BigDecimal left() {
            return amount.subtract(paid);
        }

        Priced paying(BigDecimal more, long morePoints) {
            return new Priced(line, price, amount, paid.add(more), points + morePoints, counts);
        }

        Priced less(BigDecimal discount) {
            return new Priced(line, price, amount.subtract(discount), paid, points, counts);
        }

        OrderPosition.Line position(boolean earnsOnPoints) {
            BigDecimal basis = !counts ? BigDecimal.ZERO : earnsOnPoints ? amount : left();
            return new OrderPosition.Line(line.id(), line.quantity(), amount, basis, counts, points, 0);
        }
    }

    /** Why the order's currency will not do; empty if it will. */
    static Optional<Refusal> otherCurrency(LoyaltyProgram program, Order order) {
        return order.currency()
                .filter(code -> program.rate(code).isEmpty())
                .map(code -> new Refusal.CurrencyNotAccepted(code, program.currencies()));
    }
}
