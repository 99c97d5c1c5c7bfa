package io.loyalty4j.tier;

import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a ladder counts.
 *
 * @param ofEachLine of a measure of one's own
 */
record Measure(String name, Optional<Function<OrderLine, BigDecimal>> ofEachLine) {
    static final String SPEND = "spend";
    static final String POINTS = "points";
    static final String ORDERS = "orders";

    static Measure known(String name) {
        return new Measure(name, Optional.empty());
    }

    boolean reserved() {
        return name.equals(SPEND) || name.equals(POINTS) || name.equals(ORDERS);
    }

    /** What a line is worth; where points or orders count, 1. */
    BigDecimal of(OrderLine line) {
        return ofEachLine
                .map(function -> own(function, line))
                .orElseGet(() -> name.equals(SPEND) ? line.amount() : BigDecimal.ONE);
    }

    private BigDecimal own(Function<OrderLine, BigDecimal> function, OrderLine line) {
        Optional<BigDecimal> value = Optional.ofNullable(asked(function, line));
        return value.filter(known -> known.signum() >= 0)
                .orElseThrow(() -> new RuleFailedException(
                        name,
                        value.map(known -> "its measure of the line " + line.id() + " is " + known + ", less than 0")
                                .orElse("it measures nothing of the line " + line.id() + "; zero says it")));
    }

    private BigDecimal asked(Function<OrderLine, BigDecimal> function, OrderLine line) {
        try {
            return function.apply(line);
        } catch (RuntimeException e) {
            throw new RuleFailedException(name, e);
        }
    }
}
