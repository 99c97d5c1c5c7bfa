package io.loyalty4j.reward;

import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.Label;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.function.BiConsumer;

/** Finds what is wrong with one thing at one price, each mistake under the name of its clause. */
record FixedPriceCheck(FixedPrice thing, BiConsumer<String, String> report) {
    private static final BigDecimal MOST_POINTS = BigDecimal.TEN.pow(15);

    void check() {
        if (thing.price() < 0) {
            report.accept("costs", "no price of 0 points or more is said; free() is one");
        }
        switch (thing.kind()) {
            case DISCOUNT -> amount("discount");
            case PERCENT_OFF -> part();
            case GIFT -> what("gift", "a sku " + Label.WORDS, Label.PATTERN);
            case DONATION -> what("donation", "a charity's code " + Identifier.WORDS, Identifier.PATTERN);
            case BONUS_POINTS -> points();
            case OTHER -> what("other", Label.WORDS, Label.PATTERN);
            default -> {}
        }
    }

    private void part() {
        if (thing.percent() < 1 || thing.percent() > 100) {
            report.accept("percentOff", thing.percent() + " is not between 1 and 100");
        }
        if (!thing.amount().equals("0")) {
            amount("upTo");
        }
    }

    private void points() {
        BigDecimal points = new BigDecimal(thing.amount());
        if (points.signum() <= 0 || points.compareTo(MOST_POINTS) > 0) {
            report.accept("bonusPoints", thing.amount() + " is not between 1 and 10^15 points");
        }
        if (thing.price() > 0) {
            report.accept("costs", "points for points would only give them a later end: bonus points are free()");
        }
    }

    private void amount(String clause) {
        if (!thing.amount().matches(Money.PATTERN) || new BigDecimal(thing.amount()).signum() == 0) {
            report.accept(clause, "\"" + thing.amount() + "\" is no amount above zero");
        }
    }

    private void what(String clause, String mistake, String pattern) {
        if (!thing.what().matches(pattern)) {
            report.accept(clause, mistake);
        }
    }
}
