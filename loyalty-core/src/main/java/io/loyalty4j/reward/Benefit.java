package io.loyalty4j.reward;

import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What an order gets for a reward, as it was agreed when the reward was reserved or taken; whatever the program says later.
 *
 * @param amount in the program's currency: off the order; of a part, at most so much, or zero for no ceiling; of bonus points, how many
 * @param percent of a part; of a payment, of the price that can be paid; otherwise zero
 * @param what the sku of a gift, the code of a charity, or a code of the shop's; otherwise empty
 */
public record Benefit(Kind kind, BigDecimal amount, int percent, String what) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** A fixed amount off. */
    public static Benefit discount(BigDecimal amount) {
        return new Benefit(Kind.DISCOUNT, amount, 0, "");
    }

    /** The same of another amount. */
    public Benefit of(BigDecimal other) {
        return new Benefit(kind, other, percent, what);
    }

    /**
     * What it takes off goods; of a fixed amount that may be more than they cost.
     *
     * @param price what is left to pay of them
     * @param scale the currency's; a part is rounded half up to it
     */
    public BigDecimal off(BigDecimal price, int scale) {
        return switch (kind) {
            case DISCOUNT, PAYMENT -> amount;
            case PERCENT_OFF -> part(price, scale);
            default -> BigDecimal.ZERO;
        };
    }

    /** Why it is too much for some goods, or they are too little for it, whatever the program says by then; empty if it fits. */
    public Optional<Refusal> refusal(String reward, Payable goods) {
        BigDecimal off = off(goods.left(), goods.scale());
        if (kind == Kind.PERCENT_OFF && off.signum() == 0) {
            return tooSmall(reward, HALF.movePointLeft(goods.scale()), goods.left(), goods);
        }
        if (kind == Kind.PAYMENT && off.multiply(HUNDRED).compareTo(part(goods.price())) > 0) {
            return tooSmall(reward, off, goods.price(), goods);
        }
        return off.compareTo(goods.left()) > 0
                ? Optional.of(new Refusal.OrderTooSmall(reward, goods.money(off), goods.money(goods.left())))
                : Optional.empty();
    }

    /** What goods have to cost, to the smallest coin, so that so much is the part of it. */
    private Optional<Refusal> tooSmall(String reward, BigDecimal part, BigDecimal actual, Payable goods) {
        BigDecimal whole = part.multiply(HUNDRED).divide(BigDecimal.valueOf(percent), goods.scale(), RoundingMode.UP);
        return Optional.of(new Refusal.OrderTooSmall(reward, goods.money(whole), goods.money(actual)));
    }

    private BigDecimal part(BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(percent));
    }

    private BigDecimal part(BigDecimal price, int scale) {
        BigDecimal part =
                part(price).divide(HUNDRED, scale, RoundingMode.HALF_UP).min(price);
        return amount.signum() == 0 ? part : part.min(amount);
    }

    /** In a few words. */
    public String describe() {
        return switch (kind) {
            case DISCOUNT, PAYMENT -> plain() + " off";
            case PERCENT_OFF -> percent + " percent off" + (amount.signum() == 0 ? "" : ", at most " + plain());
            case FREE_SHIPPING -> "free shipping";
            case GIFT -> "a gift, " + what;
            case DONATION -> "a donation to " + what;
            case BONUS_POINTS -> plain() + " bonus points";
            case OTHER -> what;
        };
    }

    private String plain() {
        return amount.toPlainString();
    }

    /** What kind of thing it is. */
    public enum Kind {
        /** A fixed amount off the order. */
        DISCOUNT,
        /** Points as money. */
        PAYMENT,
        /** A part of its price off. */
        PERCENT_OFF,
        /** The shop waives what it charges for shipping. */
        FREE_SHIPPING,
        /** The shop adds a piece of its own goods. */
        GIFT,
        /** The points go to a charity. */
        DONATION,
        /** Points with the order. */
        BONUS_POINTS,
        /** Whatever the shop does for it. */
        OTHER
    }
}
