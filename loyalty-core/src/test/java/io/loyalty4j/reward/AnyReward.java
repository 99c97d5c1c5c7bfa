package io.loyalty4j.reward;

import static io.loyalty4j.earn.Conditions.category;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A random reward, and what it should come to, reckoned from its own words.
 *
 * @param amount off, the ceiling of a part, or what the rate of a payment is worth
 * @param price in points; of a payment the rate
 * @param entries of a menu, what they take off by their points
 * @param bounds of a payment: the least, the most, its step (0 for the smallest), the part of the order in percent
 * @param on the category of the goods that it takes something off
 * @param limits times per window; no window where it is per order
 */
record AnyReward(
        String id,
        Kind kind,
        String amount,
        int percent,
        long price,
        Map<Long, String> entries,
        List<Long> bounds,
        Optional<String> on,
        List<Limit> limits,
        Optional<String> shared) {

    /** What it is. */
    enum Kind {
        DISCOUNT,
        PART,
        PAYMENT,
        MENU,
        GIFT,
        POINTS
    }

    /** How often. */
    record Limit(long times, Optional<Window> per) {}

    static AnyReward of(Chance chance, String id, int decimals) {
        Kind kind = chance.of(Kind.values());
        long price = kind == Kind.POINTS || chance.percent(25) ? 0 : chance.of(1L, 7L, 20L, 50L, 130L);
        List<Limit> limits = chance.percent(70) ? List.of() : List.of(limit(chance));
        return new AnyReward(
                id,
                kind,
                kind == Kind.PART && chance.percent(60) ? "0" : amount(chance, decimals),
                chance.of(1, 3, 7, 20, 33, 50, 99, 100),
                kind == Kind.PAYMENT ? chance.of(1L, 2L, 3L, 7L, 100L) : price,
                kind == Kind.MENU ? menu(chance, decimals) : Map.of(),
                List.of(
                        chance.of(0L, 0L, 2L),
                        chance.of(0L, 0L, 3L, 40L),
                        chance.of(0L, 0L, 1L, 3L),
                        chance.of(100L, 100L, 50L, 33L, 7L)),
                chance.percent(70) ? Optional.empty() : Optional.of("food"),
                limits,
                limits.isEmpty() || chance.percent(50) ? Optional.empty() : Optional.of("both"));
    }

    private static String amount(Chance chance, int decimals) {
        return decimals == 0
                ? chance.of("1", "2", "15", "300")
                : chance.of("0.01", "0.02", "0.05", "1.00", "2.37", "10", "49.99");
    }

    private static Map<Long, String> menu(Chance chance, int decimals) {
        Map<Long, String> menu = new TreeMap<>();
        for (int i = chance.between(1, 3); i > 0; i--) {
            menu.put(chance.of(3L, 20L, 60L, 150L), amount(chance, decimals));
        }
        return menu;
    }

    private static Limit limit(Chance chance) {
        return new Limit(
                chance.between(1, 3),
                chance.of(
                        Optional.empty(),
                        Optional.of(Window.DAY),
                        Optional.of(Window.WEEK),
                        Optional.of(Window.MONTH),
                        Optional.of(Window.LIFETIME),
                        Optional.of(Window.rolling(java.time.Period.ofDays(3))),
                        Optional.of(Window.rolling(java.time.Duration.ofHours(20)))));
    }

    Reward built() {
        Reward reward = priced();
        if (on.isPresent()) {
            reward = reward.on(category(on.get()));
        }
        for (Limit limit : limits) {
            var half = reward.atMostTimes(limit.times());
            reward = limit.per().map(half::per).orElseGet(half::perOrder);
        }
        return shared.isPresent() ? reward.sharingLimit(shared.get()) : reward;
    }

    private Reward priced() {
        return switch (kind) {
            case DISCOUNT -> Reward.discount(amount).costs(price);
            case PART -> {
                Reward part = Reward.percentOff(percent).costs(price);
                yield amount.equals("0") ? part : part.upTo(amount);
            }
            case GIFT -> Reward.gift("MUG").costs(price);
            case POINTS -> Reward.bonusPoints(13).free();
            case PAYMENT -> payment();
            case MENU -> {
                Reward menu = Reward.menu();
                for (Map.Entry<Long, String> entry : entries.entrySet()) {
                    menu = menu.entry(entry.getKey(), entry.getValue());
                }
                yield menu;
            }
        };
    }

    private Reward payment() {
        Reward payment =
                Reward.payment(price, amount).upToPercentOfOrder(bounds.get(3).intValue());
        if (bounds.get(2) > 0) {
            payment = payment.inStepsOf(bounds.get(2) * price);
        }
        if (bounds.get(0) > 0) {
            payment = payment.minimum(bounds.get(0) * price * Math.max(1, bounds.get(2)));
        }
        return bounds.get(1) > 0 ? payment.maximum(bounds.get(1) * price * Math.max(1, bounds.get(2))) : payment;
    }

    /** The fewest points of a payment that are worth whole coins. */
    long step(int decimals) {
        BigInteger coins = new BigDecimal(amount).movePointRight(decimals).toBigIntegerExact();
        return price / coins.gcd(BigInteger.valueOf(price)).longValueExact();
    }

    boolean choosable() {
        return kind == Kind.PAYMENT || kind == Kind.MENU;
    }

    /** What it takes off, before it is asked whether it may. */
    BigDecimal off(long points, BigDecimal left, int decimals) {
        return switch (kind) {
            case DISCOUNT -> new BigDecimal(amount);
            case MENU -> new BigDecimal(entries.get(points));
            case PAYMENT ->
                new BigDecimal(amount)
                        .multiply(BigDecimal.valueOf(points))
                        .divide(BigDecimal.valueOf(price), decimals + 4, RoundingMode.UNNECESSARY);
            case PART -> part(left, decimals);
            default -> BigDecimal.ZERO;
        };
    }

    /** Half of the smallest coin is rounded up; no more than there is, nor than the ceiling. */
    private BigDecimal part(BigDecimal left, int decimals) {
        BigDecimal coins = left.movePointRight(decimals)
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2);
        BigDecimal rounded = new BigDecimal(coins.add(new BigDecimal("0.5")).toBigInteger()).movePointLeft(decimals);
        BigDecimal ceiling = amount.equals("0") ? rounded : new BigDecimal(amount);
        return rounded.min(ceiling).min(left);
    }

    Predicate<OrderLine> goods() {
        return line -> on.filter(code -> !line.categories().contains(code)).isEmpty();
    }

    /** Under which name it is limited. */
    String counter() {
        return shared.map(name -> "~" + name).orElse(id);
    }

    @Override
    public String toString() {
        return id + " = " + built().describe() + (on.isPresent() ? " of " + on.get() : "") + bounds + limits + shared;
    }
}
