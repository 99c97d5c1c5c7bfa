package io.loyalty4j.reward;

import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Unmet;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A reward of a program, as an order asks for it. What the member can pay is not its question. Conditions that throw are reported as
 * {@link RuleFailedException}, naming the reward.
 */
public final class Offered {
    private static final String ONCE = "once per order";

    private final String id;
    private final RewardClauses clauses;
    private final String description;

    public Offered(String id, Reward reward) {
        this.id = id;
        this.clauses = reward.clauses();
        this.description = reward.describe();
    }

    public String id() {
        return id;
    }

    /** Why it is not offered at an instant; empty if it is. */
    public Optional<Refusal> refusalAt(Instant at, ZoneId zone) {
        return notBegun(at, zone).or(() -> over(at, zone));
    }

    /** Why it cannot be had yet. That it is over does not touch vouchers that have been given: their own end is fixed. */
    public Optional<Refusal> notBegun(Instant at, ZoneId zone) {
        return at.isBefore(clauses.season().begin(zone))
                ? notOffered("it begins " + clauses.season().from().orElse(""))
                : Optional.empty();
    }

    private Optional<Refusal> over(Instant at, ZoneId zone) {
        if (!at.isBefore(clauses.season().end(zone))) {
            return notOffered("it ended "
                    + clauses.season().through().or(clauses.season()::until).orElse(""));
        }
        return Optional.empty();
    }

    private Optional<Refusal> notOffered(String why) {
        return Optional.of(new Refusal.RewardNotOffered(id, why));
    }

    /** Why its condition does not hold; empty if it does. */
    public Optional<Refusal> refusalFor(Occasion occasion) {
        return named(() -> Unmet.refusal(id, clauses.when(), occasion));
    }

    /** Why an order that holds it cannot take it any more: it has changed. */
    public Optional<Refusal> refusalForHeld(Occasion occasion) {
        return named(() -> Unmet.refusalOfHeld(id, clauses.when(), occasion));
    }

    /** Whether it is for some lines alone. */
    public boolean onSomeLines() {
        return !(clauses.lines() instanceof Condition.Always<OrderLine>);
    }

    /** Whether it can take something off a line. */
    public boolean takesOff(OrderLine line) {
        return named(() -> clauses.lines().test(line));
    }

    private <T> T named(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            throw new RuleFailedException(id, e);
        }
    }

    /**
     * The points it takes.
     *
     * @param asked as the order says; zero where it says none
     */
    public long points(long asked) {
        return clauses.tariff().points(asked);
    }

    /** What it gives for so many points that have passed {@link #refusal}. */
    public Benefit benefit(long points, Payable goods) {
        return clauses.tariff().benefit(points, goods.scale());
    }

    /** Why it cannot be had for so many points on such goods; empty if it can. */
    public Optional<Refusal> refusal(long asked, Payable goods) {
        return clauses.tariff().refusal(id, asked, goods);
    }

    /** The numbers of points for which it can be had on such goods with a balance, or the least one if it cannot. */
    public List<Long> choices(long available, Payable goods) {
        return clauses.tariff().choices(available, goods);
    }

    /** By how many points a choice can be less or more; zero where only some numbers will do. */
    public long step(Payable goods) {
        return clauses.tariff().step(goods.scale());
    }

    /** The fewest points of a choice that goes up to so many. */
    public long least(long most, Payable goods) {
        return clauses.tariff().least(most, goods.scale());
    }

    /** The reward in a few words. */
    public String describe() {
        return description;
    }

    /** The limit that leaves no more of it to a member; empty if it can be had once more. */
    public Optional<Refusal> limit(Occasion occasion, Map<String, Counter> counters, long inOrder, long setAside) {
        Optional<String> once =
                clauses.tariff() instanceof Payment && inOrder > 0 ? Optional.of(ONCE) : Optional.empty();
        return once.or(() -> clauses.frequency().reached(counter(), occasion, counters, inOrder, setAside))
                .map(limit -> new RewardRefusal.TakenTooOften(id, limit));
    }

    /** What taking it counts. */
    public List<Count> counts(Occasion occasion, ZoneId zone) {
        return clauses.frequency().counts(counter(), occasion, zone);
    }

    private String counter() {
        return "reward/" + limit();
    }

    /** Whether others may count together with it. */
    public boolean sharesLimit() {
        return clauses.sharing().isPresent();
    }

    /** Whether it counts together with another. */
    public boolean sharesLimitWith(Offered other) {
        return limit().equals(other.limit());
    }

    /** Its own, or the one it shares with others; no reward has an id like that. */
    private String limit() {
        return clauses.sharing().map(name -> "~" + name).orElse(id);
    }

    /** What all members share of it; empty if there is no end. */
    public Optional<Stock> stock() {
        return clauses.frequency().inAll().map(pieces -> new Stock(Stock.PREFIX + limit(), pieces));
    }

    public boolean needsVoucher() {
        return clauses.voucher().isPresent();
    }

    /** The end of a voucher that is given at an instant: so long after it, and with the season at the latest. Empty if it needs none. */
    public Optional<Instant> voucherEnd(Instant given, ZoneId zone) {
        Instant end = clauses.season().end(zone);
        return clauses.voucher().map(given::plus).map(own -> own.isBefore(end) ? own : end);
    }

    /** What a voucher that is given now is good for; empty where that depends on what the order asks for. */
    public Optional<VoucherTerms> voucherTerms() {
        return clauses.tariff() instanceof FixedPrice fixed
                ? Optional.of(new VoucherTerms(fixed.price(), fixed.benefit()))
                : Optional.empty();
    }

    /**
     * An allotment of pieces.
     *
     * @param name among those of all members
     */
    public record Stock(String name, long pieces) {
        private static final String PREFIX = "stock/";

        /** Whether an allotment is a stock. */
        public static boolean is(String allotment) {
            return allotment.startsWith(PREFIX);
        }
    }
}
