package io.loyalty4j.laws;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Limit;
import io.loyalty4j.shop.Window;
import java.util.Optional;

/**
 * A limit of a rule.
 *
 * @param inPoints or in times
 * @param per empty for one order
 */
record CapSpec(boolean inPoints, long most, Optional<Window> per) {
    static CapSpec once(Window window) {
        return new CapSpec(false, 1, Optional.of(window));
    }

    EarnRule on(EarnRule rule) {
        Limit<EarnRule> limit = inPoints ? rule.atMostPoints(most) : rule.atMostTimes(most);
        return per.map(limit::per).orElseGet(limit::perOrder);
    }

    @Override
    public String toString() {
        return (inPoints ? ".atMostPoints(" : ".atMostTimes(") + most + ")"
                + per.map(window -> ".per(" + window + ")").orElse(".perOrder()");
    }
}
