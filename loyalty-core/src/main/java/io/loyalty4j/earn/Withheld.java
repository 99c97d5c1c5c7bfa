package io.loyalty4j.earn;

import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Reason;
import java.util.function.Predicate;

/** A contribution of nothing, with the reason. */
record Withheld(Reason why) implements Contribution {
    @Override
    public Withheld because(String words) {
        return new Withheld(Reason.of("custom", words));
    }

    @Override
    public Withheld onlyOn(Predicate<OrderLine> lines, String description) {
        return this;
    }
}
