package io.loyalty4j.reward;

import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Points as money: as many as the member likes, within bounds. What a step of points is worth is whole cents, so nothing is ever rounded.
 *
 * @param rate points that are worth {@code worth}
 * @param minimum to be paid at once, or zero
 * @param stated the step, or zero for the smallest that is worth whole cents
 * @param maximum of one payment
 * @param percent of the price of the goods that can be paid
 */
record Payment(long rate, String worth, long minimum, long stated, long maximum, int percent) implements Tariff {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Payment of(long rate, String worth) {
        return new Payment(rate, worth, 0, 0, Long.MAX_VALUE, 100);
    }

    Payment minimum(long points) {
        return new Payment(rate, worth, points, stated, maximum, percent);
    }

    Payment inStepsOf(long points) {
        return new Payment(rate, worth, minimum, points, maximum, percent);
    }

    Payment maximum(long points) {
        return new Payment(rate, worth, minimum, stated, points, percent);
    }

    Payment upToPercent(int part) {
        return new Payment(rate, worth, minimum, stated, maximum, part);
    }

    @Override
    public long points(long asked) {
        return asked;
    }

    @Override
    public Benefit benefit(long points, int scale) {
        return new Benefit(Benefit.Kind.PAYMENT, worthOf(points, scale), percent, "");
    }

    BigDecimal worthOf(long points, int scale) {
        return new BigDecimal(worth)
                .multiply(BigDecimal.valueOf(points))
                .divide(BigDecimal.valueOf(rate), scale, RoundingMode.DOWN);
    }

    @Override
    public long step(int scale) {
        BigInteger cents = new BigDecimal(worth).movePointRight(scale).toBigInteger();
        return stated > 0 ? stated : rate / cents.gcd(BigInteger.valueOf(rate)).longValueExact();
    }

    @Override
    public long least(long most, int scale) {
        return least(scale);
    }

    private long least(int scale) {
        return Math.max(minimum, step(scale));
    }

    /** The most that such goods and the program allow. */
    private long most(Payable goods) {
        BigDecimal part = goods.price().multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
        BigDecimal points = part.min(goods.left())
                .multiply(BigDecimal.valueOf(rate))
                .divide(new BigDecimal(worth), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(maximum));
        return stepped(points.longValueExact(), goods);
    }

    private long stepped(long points, Payable goods) {
        return points - points % step(goods.scale());
    }

    @Override
    public Optional<Refusal> refusal(String id, long asked, Payable goods) {
        long least = least(goods.scale());
        long most = most(goods);
        if (most < least) {
            return benefit(least, goods.scale()).refusal(id, goods);
        }
        long step = step(goods.scale());
        return asked < least || asked > most || asked % step != 0
                ? Optional.of(new RewardRefusal.PointsNotAccepted(id, asked, least, most, step))
                : Optional.empty();
    }

    @Override
    public List<Long> choices(long available, Payable goods) {
        long possible = stepped(Math.min(Math.max(0, available), most(goods)), goods);
        return List.of(Math.max(least(goods.scale()), possible));
    }

    @Override
    public MenuEntry best() {
        return new MenuEntry(rate, worth);
    }

    @Override
    public void check(BiConsumer<String, String> report, int scale) {
        new PaymentCheck(this, report, scale).check();
    }

    @Override
    public String describe() {
        return "payment, " + worth + " for " + rate + " points"
                + (minimum > 0 ? ", from " + minimum : "")
                + (maximum < Long.MAX_VALUE ? ", at most " + maximum : "")
                + (percent < 100 ? ", up to " + percent + " percent of the order" : "");
    }
}
