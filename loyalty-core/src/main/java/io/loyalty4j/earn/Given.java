package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/** A contribution that gives something. */
record Given(
        Kind kind,
        BigDecimal value,
        Optional<BigDecimal> per,
        Condition<OrderLine> lines,
        Reason why,
        Optional<Card> card,
        Optional<String> reward,
        Keep keep)
        implements Contribution {
    private static final int MOST_DIGITS = 24;

    Given {
        if (unreckonable(value) || per.filter(Given::unreckonable).isPresent()) {
            throw new IllegalArgumentException("a number of more than " + MOST_DIGITS + " digits");
        }
        if (value.signum() < 0 || (kind == Kind.MULTIPLIER && value.compareTo(BigDecimal.ONE) < 0)) {
            throw new IllegalArgumentException(kind + " of " + value + " would give more for less");
        }
        if (kind != Kind.MILESTONE && per.filter(each -> each.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("a rate per " + per.orElseThrow());
        }
    }

    private static boolean unreckonable(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    static Given of(Kind kind, BigDecimal value, Optional<BigDecimal> per, Reason why) {
        return new Given(kind, value, per, Condition.always(), why, Optional.empty(), Optional.empty(), Keep.ALWAYS);
    }

    static Given milestone(BigDecimal value, BigDecimal needed, Reason why) {
        return of(Kind.MILESTONE, value, Optional.of(needed), why);
    }

    @Override
    public Given because(String words) {
        return new Given(kind, value, per, lines, Reason.of("custom", words), card, reward, keep);
    }

    @Override
    public Given onlyOn(Predicate<OrderLine> some, String description) {
        return new Given(kind, value, per, lines.and(Condition.of(description, some)), why, card, reward, keep);
    }

    Given stamping(Card open) {
        return new Given(kind, value, per, lines, why, Optional.of(open), reward, keep);
    }

    Given keeping(Keep also) {
        return new Given(kind, value, per, lines, why, card, reward, also);
    }

    Given rewarding(Optional<String> code) {
        return new Given(kind, value, per, lines, why, card, code, keep);
    }
}
