package io.loyalty4j.reward;

import io.loyalty4j.reward.Benefit.Kind;
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
    public MenuEntry best() {
        return new MenuEntry(price, kind == Kind.DISCOUNT ? amount : "0");
    }

    @Override
    public void check(BiConsumer<String, String> report, int scale) {
        new FixedPriceCheck(this, report).check();
    }

    @Override
    public String describe() {
        return (amount.matches(Money.PATTERN) ? benefit().describe() : amount + " off") + " for "
                + (price == 0 ? "nothing" : price + " points");
    }
}
