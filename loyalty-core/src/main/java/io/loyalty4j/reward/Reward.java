package io.loyalty4j.reward;

import io.loyalty4j.earn.ConditionCheck;
import io.loyalty4j.earn.Frequency;
import io.loyalty4j.earn.Limit;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Probes;
import io.loyalty4j.reward.Benefit.Kind;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What points pay for: something off an order, a thing that the shop gives, a donation, or points used as money. Its id is given where the program lists it.
 *
 * <p>{@code discount("10.00").costs(500).when(orderFrom("10.00"))}
 *
 * <p>What it takes off is spread over the order's goods, each line in proportion to what is left to pay of it, and its points come back with them. A reward
 * that takes no points is a discount like the shop's own: what it takes off is not spent, so it neither earns nor counts towards a tier.
 *
 * <p>Immutable; mistakes are reported when the program is built.
 */
public final class Reward {
    private static final Duration LONGEST = Duration.ofDays(10L * 366);

    private final RewardClauses clauses;

    private Reward(RewardClauses clauses) {
        this.clauses = clauses;
    }

    private static Reward of(Kind kind, String amount, int percent, String what) {
        return new Reward(RewardClauses.of(FixedPrice.of(kind, amount, percent, what)));
    }

    /**
     * A fixed amount off an order.
     *
     * @param amount off the order, in the program's currency; an order of less cannot take it
     */
    public static Reward discount(String amount) {
        return of(Kind.DISCOUNT, amount, 0, "");
    }

    /**
     * A part of the price off an order, of what is left to pay after the rewards that the order lists before it; rounded half up to the smallest coin.
     *
     * @param percent 1 to 100
     */
    public static Reward percentOff(int percent) {
        return of(Kind.PERCENT_OFF, "0", percent, "");
    }

    /** The shop waives what it charges for shipping. It takes nothing off the order's lines; the receipt names it. */
    public static Reward freeShipping() {
        return of(Kind.FREE_SHIPPING, "0", 0, "");
    }

    /**
     * A piece of the shop's own goods, which the shop adds; the receipt names it.
     *
     * @param sku of the piece
     */
    public static Reward gift(String sku) {
        return of(Kind.GIFT, "0", 0, sku);
    }

    /**
     * Points that go to a charity's account and take nothing off: an order without lines can redeem it. What gives the points back to the member (a cancelled
     * order, a return of all of it, an edit without it) takes them from the charity again. What the shop pays for a point is between the two;
     * {@code donations(charity)} of the engine tells how many there are, and {@link io.loyalty4j.shop.Donation#payout} takes off what was paid. One that is free
     * gives the charity nothing.
     *
     * @param charity a code of the shop's
     */
    public static Reward donation(String charity) {
        return of(Kind.DONATION, "0", 0, charity);
    }

    /**
     * Points with an order, above what it earns: what a voucher can be good for. They are taken back when the order comes back as a whole.
     *
     * @param points 1 or more; they cost nothing, for points for points would only give them a later end
     */
    public static Reward bonusPoints(long points) {
        return of(Kind.BONUS_POINTS, Long.toString(points), 0, "");
    }

    /**
     * Anything else, which the shop gives as it sees fit: a seat at a show, a call with an expert. The receipt names it.
     *
     * @param what 1 to 128 visible characters
     */
    public static Reward other(String what) {
        return of(Kind.OTHER, "0", 0, what);
    }

    /**
     * Points as money: {@code order.redeem("pay", 1_500)} says how many. What they pay is worth exactly as much as they are; an order can be paid so once.
     *
     * @param points above zero
     * @param worth what they are worth, in the program's currency
     */
    public static Reward payment(long points, String worth) {
        return new Reward(RewardClauses.of(Payment.of(points, worth)));
    }

    /** Discounts of which the order takes one by its points: {@code menu().entry(500, "10.00").entry(2_500, "100.00")}. */
    public static Reward menu() {
        return new Reward(RewardClauses.of(Menu.EMPTY));
    }

    /** One more choice on a menu: an amount off for some points. */
    public Reward entry(long points, String amount) {
        return priced("entry", Menu.class, menu -> menu.with(points, amount));
    }

    /** The points it takes, 0 or more. */
    public Reward costs(long price) {
        return priced("costs", FixedPrice.class, fixed -> fixed.costing(price));
    }

    /** It takes no points. */
    public Reward free() {
        return costs(0);
    }

    /** Of a part of the price, at most so much. */
    public Reward upTo(String amount) {
        return clauses.tariff() instanceof FixedPrice fixed && fixed.kind() == Kind.PERCENT_OFF
                ? new Reward(clauses.at(fixed.upTo(amount)))
                : new Reward(clauses.misplaced("upTo"));
    }

    /** Of a payment, at least so many points; of those that an order has reserved it may pay with fewer. */
    public Reward minimum(long points) {
        return priced("minimum", Payment.class, payment -> payment.minimum(points));
    }

    /** Of a payment, at most so many points. */
    public Reward maximum(long points) {
        return priced("maximum", Payment.class, payment -> payment.maximum(points));
    }

    /** Of a payment, a multiple of so many points; without it, and of a part of what was reserved, of the fewest that are worth whole coins. */
    public Reward inStepsOf(long points) {
        return priced("inStepsOf", Payment.class, payment -> payment.inStepsOf(points));
    }

    /** Of a payment, at most a part of what the goods cost before rewards: 1 to 100 percent. */
    public Reward upToPercentOfOrder(int percent) {
        return priced("upToPercentOfOrder", Payment.class, payment -> payment.upToPercent(percent));
    }

    private <T extends Tariff> Reward priced(String clause, Class<T> kind, Function<T, Tariff> change) {
        return new Reward(
                kind.isInstance(clauses.tariff())
                        ? clauses.at(change.apply(kind.cast(clauses.tariff())))
                        : clauses.misplaced(clause));
    }

    /** Off lines like these alone; where there are none it cannot be had. */
    public Reward on(Condition<OrderLine> lines) {
        return new Reward(clauses.on(lines));
    }

    /**
     * Only for members to whom a rule has given one: with an order, for a full card, in a draw. Each can be used once. What it gives, its price and its end are fixed
     * when it is given, also if a later version of the program has the reward no more; conditions and limits are those of the day.
     *
     * @param validFor how long after it was given, and with the reward's own season at the latest
     */
    public Reward withVoucher(Duration validFor) {
        return new Reward(clauses.withVoucher(validFor));
    }

    /** Only for occasions like this; several conditions must all hold. Amounts are meant before the reward is taken off. */
    public Reward when(Condition<Occasion> condition) {
        return new Reward(clauses.when(condition));
    }

    /**
     * Good from a day or moment on.
     *
     * @param dateOrDateTime the first day or moment, in the program's zone
     */
    public Reward from(String dateOrDateTime) {
        return new Reward(clauses.during(clauses.season().from(dateOrDateTime)));
    }

    /**
     * Good until a day or moment.
     *
     * @param dateOrDateTime the first day or moment at which it is over
     */
    public Reward until(String dateOrDateTime) {
        return new Reward(clauses.during(clauses.season().until(dateOrDateTime)));
    }

    /**
     * Good to the end of a day.
     *
     * @param lastDay the last day, included
     */
    public Reward through(String lastDay) {
        return new Reward(clauses.during(clauses.season().through(lastDay)));
    }

    /** At most once per member and period. What is reserved counts; an order that is returned whole does not. */
    public Reward oncePer(Window window) {
        return atMostTimes(1).per(window);
    }

    /** At most so often, 0 or more. What is reserved counts; an order that is returned whole does not. */
    public Limit<Reward> atMostTimes(long times) {
        return clauses.frequency().atMost(times, limits -> new Reward(clauses.within(limits)));
    }

    /**
     * So many for all members together, never more. A piece that is reserved is set aside, and is there for others again when the reservation is given up or,
     * within ten minutes, when it times out; one that was bought is gone, whatever comes back.
     */
    public Reward stock(long pieces) {
        return atMostTimes(pieces).inAll();
    }

    /**
     * It is counted together with the rewards that name the same: either of them, not each. Each asks for the limits and the stock that it says itself.
     *
     * @param name 1 to 64 printable ASCII characters
     */
    public Reward sharingLimit(String name) {
        return new Reward(clauses.sharing(name));
    }

    RewardClauses clauses() {
        return clauses;
    }

    /** The points it takes; of several choices, those of the one that gives most for a point. */
    public long points() {
        return clauses.tariff().best().points();
    }

    /** What it takes off any order that is large enough for these {@link #points()}, in the program's currency; zero where that depends on the order, or is no money. */
    public BigDecimal worth() {
        return clauses.tariff().best().worth();
    }

    /** How long a voucher for it is good; empty if it needs none. */
    public Optional<Duration> voucher() {
        return clauses.voucher();
    }

    /** What its condition asks for. */
    public Probes probes() {
        return Probes.of(clauses.when());
    }

    /** Whether everybody can have it on every order that is large enough. */
    public boolean forEverybody() {
        return clauses.equals(RewardClauses.of(clauses.tariff()));
    }

    /** Whether it can be had, apart from its price, wherever another can; yes only where that is certain. */
    public boolean noStricterThan(Reward other, ZoneId zone) {
        return clauses.voucher().isEmpty()
                && clauses.frequency().equals(Frequency.UNLIMITED)
                && (clauses.lines() instanceof Condition.Always<OrderLine>
                        || clauses.lines().equals(other.clauses.lines()))
                && !clauses.season().begin(zone).isAfter(other.clauses.season().begin(zone))
                && !clauses.season().end(zone).isBefore(other.clauses.season().end(zone))
                && probes().noStricterThan(other.probes());
    }

    /** The reward in a few words. */
    public String describe() {
        String often = clauses.frequency().describe();
        return clauses.tariff().describe()
                + (clauses.lines() instanceof Condition.Always<OrderLine>
                        ? ""
                        : ", " + clauses.lines().describe())
                + (often.isEmpty() ? "" : ", " + often)
                + clauses.voucher().map(time -> ", with a voucher").orElse("");
    }

    /**
     * Reports every mistake by the name of its clause.
     *
     * @param scale decimals of the program's currency
     * @param tiers the codes that the program declares
     */
    public void check(ZoneId zone, int scale, Set<String> tiers, BiConsumer<String, String> report) {
        clauses.misplaced().forEach(clause -> report.accept(clause, "says nothing of such a reward"));
        clauses.tariff().check(report, scale);
        clauses.season().check(zone, report);
        ConditionCheck.mistakes(clauses.lines(), tiers).forEach(mistake -> report.accept("on", mistake));
        ConditionCheck.mistakes(clauses.when(), tiers).forEach(mistake -> report.accept("when", mistake));
        clauses.frequency().mistakes().forEach(mistake -> report.accept("atMostTimes", mistake));
        clauses.sharing()
                .filter(name -> !name.matches(Identifier.PATTERN))
                .ifPresent(name -> report.accept("sharingLimit", "its name " + Identifier.WORDS));
        if (clauses.sharing().isPresent() && clauses.frequency().equals(Frequency.UNLIMITED)) {
            report.accept("sharingLimit", "there is no limit to share; say atMostTimes(..), oncePer(..) or stock(..)");
        }
        if (clauses.voucher().isPresent() && !(clauses.tariff() instanceof FixedPrice)) {
            report.accept("withVoucher", "a voucher is good for one thing: not for a payment, or a menu");
        }
        clauses.voucher()
                .filter(time -> time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0)
                .ifPresent(time -> report.accept("withVoucher", time + " is not between nothing and ten years"));
    }
}
