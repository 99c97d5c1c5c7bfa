package io.loyalty4j.reward;

import io.loyalty4j.reward.Benefit.Kind;
import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.Label;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One thing at one price, as it was written.
 *
 * @param amount off, or the ceiling of a part
 * @param price in points; less than zero where it was not said
 */
record FixedPrice(Kind kind, String amount, int percent, String what, long price) implements Tariff {
    static final long UNPRICED = -1;

    static FixedPrice of(Kind kind, String amount, int percent, String what) {
        return new FixedPrice(kind, amount, percent, what, UNPRICED);
    }

    FixedPrice costing(long points) {
        return new FixedPrice(kind, amount, percent, what, points);
    }

    FixedPrice upTo(String ceiling) {
        return new FixedPrice(kind, ceiling, percent, what, price);
    }

    Benefit benefit() {
        return new Benefit(kind, new BigDecimal(amount), percent, what);
    }

    @Override
    public long points(long asked) {
        return price;
    }

    @Override
    public Benefit benefit(long points, int scale) {
        return benefit();
    }

    @Override
    public Optional<Refusal> refusal(String id, long asked, Payable goods) {
        if (asked != 0 && asked != price) {
            return Optional.of(new RewardRefusal.PointsNotAccepted(id, asked, price, price, 1));
        }
        return benefit().refusal(id, goods);
    }

    @Override
    public List<Long> choices(long available, Payable goods) {
        return List.of(price);
    }

    @Override
    public Menu.Entry best() {
        return new Menu.Entry(price, kind == Kind.DISCOUNT ? amount : "0");
    }

    @Override
    public void check(BiConsumer<String, String> report, int scale) {
        if (price < 0) {
            report.accept("costs", "no price of 0 points or more is said; free() is one");
        }
        switch (kind) {
            case DISCOUNT -> amount("discount", report);
            case PERCENT_OFF -> checkPart(report);
            case GIFT -> what("gift", "a sku " + Label.WORDS, Label.PATTERN, report);
            case DONATION -> what("donation", "a charity's code " + Identifier.WORDS, Identifier.PATTERN, report);
            case BONUS_POINTS -> checkPoints(report);
            case OTHER -> what("other", Label.WORDS, Label.PATTERN, report);
            default -> {}
        }
    }

    private void checkPart(BiConsumer<String, String> report) {
        if (percent < 1 || percent > 100) {
            report.accept("percentOff", percent + " is not between 1 and 100");
        }
        if (!amount.equals("0")) {
            amount("upTo", report);
        }
    }

    private void checkPoints(BiConsumer<String, String> report) {
        if (new BigDecimal(amount).signum() <= 0) {
            report.accept("bonusPoints", amount + " is not 1 point or more");
        }
        if (price > 0) {
            report.accept("costs", "points for points would only give them a later end: bonus points are free()");
        }
    }

    private void amount(String clause, BiConsumer<String, String> report) {
        if (!amount.matches(Money.PATTERN) || benefit().amount().signum() == 0) {
            report.accept(clause, "\"" + amount + "\" is no amount above zero");
        }
    }

    private void what(String clause, String mistake, String pattern, BiConsumer<String, String> report) {
        if (!what.matches(pattern)) {
            report.accept(clause, mistake);
        }
    }

    @Override
    public String describe() {
        return (amount.matches(Money.PATTERN) ? benefit().describe() : amount + " off") + " for "
                + (price == 0 ? "nothing" : price + " points");
    }
}
