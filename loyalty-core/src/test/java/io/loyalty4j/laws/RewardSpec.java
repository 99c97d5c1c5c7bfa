package io.loyalty4j.laws;

import io.loyalty4j.earn.Conditions;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A reward in a form that can be printed, made simpler and built.
 *
 * @param worth off; of a part its ceiling, or 0; of a payment what {@code points} are worth; of a menu the first entry
 * @param points that it takes; none if it is free
 * @param percent of a part; of a payment what part of an order it can pay
 */
record RewardSpec(
        String id, Kind kind, String worth, long points, int percent, Optional<String> on, Optional<Term> when) {
    private static final int DEARER = 3;

    /** What it gives. */
    enum Kind {
        FIXED,
        PART,
        PAYMENT,
        MENU
    }

    static RewardSpec any(Chance chance, int number, Optional<Term> when) {
        Kind kind = chance.of(Kind.FIXED, Kind.FIXED, Kind.PART, Kind.PAYMENT, Kind.PAYMENT, Kind.MENU);
        boolean some = chance.percent(25);
        boolean free = (kind == Kind.FIXED || kind == Kind.PART) && chance.percent(20);
        String worth = switch (kind) {
            case PART -> chance.of("0", "0", "2.50", "12");
            case PAYMENT -> chance.of("1", "2", "3");
            default -> chance.of("1", "2.50", "0.05", "0.333", "12");
        };
        return new RewardSpec(
                "r" + number + (some ? "-food" : ""),
                kind,
                worth,
                free ? 0 : kind == Kind.PAYMENT ? chance.of(2L, 3L, 20L) : chance.of(3L, 7L, 20L, 45L, 90L, 140L),
                kind == Kind.PART ? chance.of(5, 20, 33, 100) : chance.of(50, 100, 100),
                some ? Optional.of("food") : Optional.empty(),
                when);
    }

    /** The same for everybody, on all lines. */
    RewardSpec plain() {
        return new RewardSpec(id, kind, worth, points, percent, Optional.empty(), Optional.empty());
    }

    Reward built() {
        Reward reward = switch (kind) {
            case FIXED -> Reward.discount(worth).costs(points);
            case PART -> {
                Reward part = Reward.percentOff(percent).costs(points);
                yield worth.equals("0") ? part : part.upTo(worth);
            }
            case PAYMENT -> Reward.payment(points, worth).upToPercentOfOrder(percent);
            case MENU -> Reward.menu().entry(points, worth).entry(points * DEARER, worth + "9");
        };
        Reward limited = on.map(code -> reward.on(Conditions.category(code))).orElse(reward);
        return when.map(term -> limited.when(term.onOrder())).orElse(limited);
    }

    boolean free() {
        return points == 0;
    }

    /** The points of the payments and choices that some points are enough for; the fixed price asks for none. */
    List<Long> choices(long most, String currency) {
        return switch (kind) {
            case PAYMENT -> {
                long step = step(currency);
                long steps = Math.max(1, most / step);
                yield List.of(step, Math.min(steps, 3) * step, steps * step);
            }
            case MENU -> List.of(points, points * DEARER);
            default -> List.of(0L);
        };
    }

    long step(String currency) {
        BigInteger coins =
                new BigDecimal(worth).movePointRight(decimals(currency)).toBigInteger();
        return points / coins.gcd(BigInteger.valueOf(points)).longValueExact();
    }

    static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    boolean takesOff(OrderLine line) {
        return on.filter(code -> !line.categories().contains(code)).isEmpty();
    }

    /** What it takes off goods for so many points. */
    BigDecimal off(long asked, BigDecimal left, int decimals) {
        return switch (kind) {
            case FIXED -> new BigDecimal(worth);
            case PART -> part(percent, new BigDecimal(worth), left, decimals);
            case PAYMENT -> share(new BigDecimal(worth), asked, points);
            case MENU -> new BigDecimal(asked == points ? worth : worth + "9");
        };
    }

    /** The same of what was agreed. */
    static BigDecimal agreed(Benefit benefit, long asked, long points, BigDecimal left, int decimals) {
        return switch (benefit.kind()) {
            case PERCENT_OFF -> part(benefit.percent(), benefit.amount(), left, decimals);
            case PAYMENT -> share(benefit.amount(), asked, points);
            default -> benefit.amount();
        };
    }

    private static BigDecimal share(BigDecimal worth, long asked, long points) {
        return worth.multiply(BigDecimal.valueOf(asked)).divide(BigDecimal.valueOf(points));
    }

    /** Twice the exact value in coins and one more, halved and cut. */
    private static BigDecimal part(int percent, BigDecimal ceiling, BigDecimal left, int decimals) {
        BigDecimal twice = left.movePointRight(decimals - 2).multiply(BigDecimal.valueOf(2L * percent));
        BigInteger coins = twice.add(BigDecimal.ONE).toBigInteger().shiftRight(1);
        BigDecimal part = new BigDecimal(coins, decimals).min(left);
        return ceiling.signum() == 0 ? part : part.min(ceiling);
    }

    @Override
    public String toString() {
        String what = switch (kind) {
            case FIXED -> "discount(\"" + worth + "\").costs(" + points + ")";
            case PART ->
                "percentOff(" + percent + ").costs(" + points + ")"
                        + (worth.equals("0") ? "" : ".upTo(\"" + worth + "\")");
            case PAYMENT -> "payment(" + points + ", \"" + worth + "\").upToPercentOfOrder(" + percent + ")";
            case MENU ->
                "menu().entry(" + points + ", \"" + worth + "\").entry(" + points * DEARER + ", \"" + worth + "9\")";
        };
        return ".reward(\"" + id + "\", " + what
                + on.map(code -> ".on(category(\"" + code + "\"))").orElse("")
                + when.map(term -> ".when(" + term + ")").orElse("") + ")";
    }
}
