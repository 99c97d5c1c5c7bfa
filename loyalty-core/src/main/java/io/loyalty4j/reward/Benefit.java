package io.loyalty4j.reward;

import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a reward is, as it was written.
 *
 * @param discount off the order, as an amount
 * @param charity that the points are given to, instead of anything off
 */
record Benefit(String discount, Optional<String> charity) {
    static Benefit off(String amount) {
        return new Benefit(amount, Optional.empty());
    }

    static Benefit givenTo(String charity) {
        return new Benefit("0", Optional.of(charity));
    }

    BigDecimal worth() {
        return new BigDecimal(discount);
    }

    String describe() {
        return charity.map(name -> "a donation to " + name).orElseGet(() -> discount + " off");
    }

    void check(BiConsumer<String, String> report) {
        if (charity.isEmpty() && (!discount.matches(Money.PATTERN) || worth().signum() == 0)) {
            report.accept("discount", "\"" + discount + "\" is no amount above zero");
        }
        charity.filter(name -> !name.matches(Identifier.PATTERN))
                .ifPresent(name -> report.accept("donation", "a charity's code " + Identifier.WORDS));
    }
}
