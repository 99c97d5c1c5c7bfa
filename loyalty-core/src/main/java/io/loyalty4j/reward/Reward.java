package io.loyalty4j.reward;

import io.loyalty4j.earn.ConditionCheck;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Probes;
import io.loyalty4j.earn.Season;
import io.loyalty4j.earn.Unmet;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What points pay for: a fixed discount, or a donation. Its id is given where the program lists it.
 *
 * <p>{@code discount("10.00").costs(500).when(orderFrom("10.00"))}
 *
 * <p>Immutable; mistakes are reported when the program is built.
 */
public final class Reward {
    private static final long UNPRICED = -1;
    private static final Duration LONGEST = Duration.ofDays(10L * 366);

    private final Benefit benefit;
    private final long points;
    private final Condition<Occasion> when;
    private final Season season;
    private final Optional<Duration> voucher;

    private Reward(Benefit benefit, long points, Condition<Occasion> when, Season season, Optional<Duration> voucher) {
        this.benefit = benefit;
        this.points = points;
        this.when = when;
        this.season = season;
        this.voucher = voucher;
    }

    /**
     * A fixed amount off an order.
     *
     * @param amount off the order, in the program's currency; an order of less cannot take it
     */
    public static Reward discount(String amount) {
        return new Reward(Benefit.off(amount), UNPRICED, Condition.always(), Season.ALWAYS, Optional.empty());
    }

    /**
     * Points that go to a charity and take nothing off: an order without lines can redeem it. What the shop pays for them is between the two; a cancelled order
     * gives them back.
     *
     * @param charity a code of the shop's
     */
    public static Reward donation(String charity) {
        return new Reward(Benefit.givenTo(charity), UNPRICED, Condition.always(), Season.ALWAYS, Optional.empty());
    }

    /** The points it takes, 0 or more. */
    public Reward costs(long price) {
        return new Reward(benefit, price, when, season, voucher);
    }

    /** It takes no points. */
    public Reward free() {
        return costs(0);
    }

    /**
     * Only for members to whom a rule has given one: a thank-you for an order, a full card, a challenge, a draw. Each can be used once; its time begins
     * when it is given. With a {@link VoucherKey} it has a code.
     *
     * @param validFor how long after it was given
     */
    public Reward withVoucher(Duration validFor) {
        return new Reward(benefit, points, when, season, Optional.of(validFor));
    }

    /** Only for occasions like this; several conditions must all hold. Amounts are meant before the reward is taken off. */
    public Reward when(Condition<Occasion> condition) {
        return new Reward(benefit, points, when.and(condition), season, voucher);
    }

    /**
     * Good from a day or moment on.
     *
     * @param dateOrDateTime the first day or moment, in the program's zone
     */
    public Reward from(String dateOrDateTime) {
        return new Reward(benefit, points, when, season.from(dateOrDateTime), voucher);
    }

    /**
     * Good until a day or moment.
     *
     * @param dateOrDateTime the first day or moment at which it is over
     */
    public Reward until(String dateOrDateTime) {
        return new Reward(benefit, points, when, season.until(dateOrDateTime), voucher);
    }

    /**
     * Good to the end of a day.
     *
     * @param lastDay the last day, included
     */
    public Reward through(String lastDay) {
        return new Reward(benefit, points, when, season.through(lastDay), voucher);
    }

    /** The points it takes. */
    public long points() {
        return points;
    }

    /** How long a voucher for it is good; empty if it needs none. */
    public Optional<Duration> voucher() {
        return voucher;
    }

    /** What it takes off an order, in the program's currency; zero of a donation. */
    public BigDecimal worth() {
        return benefit.worth();
    }

    /** What its condition asks for. */
    public Probes probes() {
        return Probes.of(when);
    }

    /** Whether everybody can have it on every order that is large enough. */
    public boolean forEverybody() {
        return voucher.isEmpty() && season.equals(Season.ALWAYS) && when instanceof Condition.Always<Occasion>;
    }

    /** Whether it can be had, apart from its price, wherever another can; yes only where that is certain. */
    public boolean noStricterThan(Reward other, ZoneId zone) {
        return voucher.isEmpty()
                && !season.begin(zone).isAfter(other.season.begin(zone))
                && !season.end(zone).isBefore(other.season.end(zone))
                && probes().noStricterThan(other.probes());
    }

    /** The reward in a few words. */
    public String describe() {
        return benefit.describe() + " for " + (points == 0 ? "nothing" : points + " points")
                + voucher.map(time -> ", with a voucher").orElse("");
    }

    /** Why it is not offered at an instant; empty if it is. */
    public Optional<Refusal> refusalAt(String id, Instant at, ZoneId zone) {
        if (at.isBefore(season.begin(zone))) {
            return Optional.of(new Refusal.RewardNotOffered(
                    id, "it begins " + season.from().orElse("")));
        }
        if (!at.isBefore(season.end(zone))) {
            return Optional.of(new Refusal.RewardNotOffered(
                    id, "it ended " + season.through().or(season::until).orElse("")));
        }
        return Optional.empty();
    }

    /**
     * Why its condition does not hold; empty if it does.
     *
     * @throws RuleFailedException if the condition throws, naming the reward
     */
    public Optional<Refusal> refusalFor(String id, Occasion occasion) {
        return named(id, () -> Unmet.refusal(id, when, occasion));
    }

    /**
     * Why an order that holds it cannot take it any more: it has changed.
     *
     * @throws RuleFailedException if the condition throws, naming the reward
     */
    public Optional<Refusal> refusalForHeld(String id, Occasion occasion) {
        return named(id, () -> Unmet.refusalOfHeld(id, when, occasion));
    }

    private static Optional<Refusal> named(String id, Supplier<Optional<Refusal>> asked) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            throw new RuleFailedException(id, e);
        }
    }

    /**
     * Reports every mistake by the name of its clause.
     *
     * @param tiers the codes that the program declares
     */
    public void check(ZoneId zone, Set<String> tiers, BiConsumer<String, String> report) {
        season.check(zone, report);
        ConditionCheck.mistakes(when, tiers).forEach(mistake -> report.accept("when", mistake));
        benefit.check(report);
        if (points < 0) {
            report.accept("costs", "no price of 0 points or more is said; free() is one");
        }
        if (voucher.filter(time -> time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0)
                .isPresent()) {
            report.accept("withVoucher", voucher.get() + " is not between nothing and ten years");
        }
    }
}
