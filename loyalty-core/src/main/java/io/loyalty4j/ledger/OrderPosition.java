package io.loyalty4j.ledger;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an order stands: its lines and what has come back of them, the frozen promises, and its stakes in lots. Kept beside the account and handed to
 * decisions about this order only. Immutable.
 *
 * @param terms from the purchase; empty until then
 * @param reserved what was reserved last
 * @param early pieces that came back before the purchase, by line
 * @param stakes in its own lots and, in the order they were taken, in those it redeemed from
 */
public record OrderPosition(
        MemberId member,
        String order,
        State state,
        Instant occurredAt,
        List<Line> lines,
        Optional<Terms> terms,
        Reserved reserved,
        Map<String, Integer> early,
        Tally tally,
        List<Stake> stakes) {

    static OrderPosition of(MemberId member, String order) {
        return new OrderPosition(
                member,
                order,
                State.EARLY_RETURN,
                Instant.EPOCH,
                List.of(),
                Optional.empty(),
                Reserved.NOTHING,
                Map.of(),
                Tally.NOTHING,
                List.of());
    }

    static OrderPosition after(Optional<OrderPosition> before, MemberId member, Delta delta) {
        OrderPosition from = before.orElseGet(() -> of(member, delta.order()));
        Map<String, Line> lines = new LinkedHashMap<>();
        from.lines.forEach(line -> lines.put(line.id(), line));
        delta.lines().forEach(line -> lines.put(line.id(), line));
        return new OrderPosition(
                member,
                delta.order(),
                delta.state(),
                delta.occurredAt(),
                List.copyOf(lines.values()),
                delta.terms().or(from::terms),
                delta.reserved(),
                delta.early(),
                delta.tally(),
                delta.stakes());
    }

    /** The position of an order as some postings lead to it. */
    public static Optional<OrderPosition> after(List<Posting> postings, String order) {
        Optional<OrderPosition> position = Optional.empty();
        for (Posting posting : postings) {
            for (Change.OrderSet set : posting.changes(Change.OrderSet.class).toList()) {
                if (set.delta().order().equals(order)) {
                    position = Optional.of(after(position, posting.header().member(), set.delta()));
                }
            }
        }
        return position;
    }

    /** A delta that changes nothing but the state yet. */
    Delta to(State next) {
        return new Delta(
                order, next, occurredAt, List.of(), Optional.empty(), reserved, early, tally, stakes, Map.of(), 0);
    }

    /** Whether it has been paid for. */
    public boolean purchased() {
        return terms.isPresent();
    }

    /** What of it still earns. */
    KeptLines kept(int scale) {
        if (state == State.CANCELLED) {
            return KeptLines.undone();
        }
        return KeptLines.of(lines.stream()
                .filter(Line::counts)
                .map(line -> new KeptLine(line.id(), line.quantity() - line.returned(), line.kept(line.basis(), scale)))
                .toList());
    }

    /** What of it counts for tiers. */
    BigDecimal spend(int scale) {
        return lines.stream()
                .filter(Line::counts)
                .map(line -> line.kept(line.amount(), scale))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether all of it has come back, or it was undone. */
    boolean whole() {
        return state == State.RETURNED || state == State.CANCELLED;
    }

    boolean allReturned() {
        return !lines.isEmpty() && lines.stream().allMatch(line -> line.returned() == line.quantity());
    }

    /** Where an order stands. */
    public enum State {
        /** Something of it came back, and it has not been booked. */
        EARLY_RETURN,
        HELD,
        PURCHASED,
        /** All of it came back. */
        RETURNED,
        /** Undone as a whole, perhaps before it was booked. */
        CANCELLED
    }

    /**
     * What an order has reserved.
     *
     * @param until the order's time-out, which choosing other rewards does not put off
     */
    public record Reserved(List<String> rewards, Optional<Instant> until) {
        static final Reserved NOTHING = new Reserved(List.of(), Optional.empty());

        public Reserved {
            rewards = List.copyOf(rewards);
        }
    }

    /**
     * One line of the order.
     *
     * @param amount net of discounts, with what was paid with points
     * @param basis what earns: the amount without the share paid with points, unless the program says otherwise
     * @param counts whether it takes part in the program
     * @param points redeemed points that paid for it
     * @param returned pieces that came back
     */
    public record Line(
            String id, int quantity, BigDecimal amount, BigDecimal basis, boolean counts, long points, int returned) {
        Line returning(int pieces) {
            return new Line(id, quantity, amount, basis, counts, points, pieces);
        }

        /** A value less the share of what was returned, rounded once, half up, at the finer of the currency's scale and its own. */
        BigDecimal kept(BigDecimal value, int scale) {
            if (returned == 0) {
                return value;
            }
            int finer = Math.max(scale, value.stripTrailingZeros().scale());
            BigDecimal back = value.multiply(BigDecimal.valueOf(returned))
                    .divide(BigDecimal.valueOf(quantity), finer, RoundingMode.HALF_UP);
            return value.subtract(back);
        }

        long pointsBack() {
            return points / quantity * returned + points % quantity * returned / quantity;
        }
    }

    /**
     * What the purchase promised.
     *
     * @param scale the currency's
     * @param most points in all that limits left it; empty if they were out of reach
     * @param period the first day of the period it was spent in
     * @param counters what it added to them, until it is returned whole
     * @param vouchers the counters that have the vouchers it gave, by reward
     * @param referral whom it rewarded for it
     */
    public record Terms(
            List<FrozenContribution> contributions,
            Policy.Stacking stacking,
            Policy.Rounding rounding,
            Optional<Long> most,
            int scale,
            LocalDate period,
            Map<String, Long> counters,
            Map<String, String> vouchers,
            Optional<Referral> referral) {
        public Terms {
            contributions = List.copyOf(contributions);
            counters = Map.copyOf(counters);
            vouchers = Map.copyOf(vouchers);
        }

        Calculation calculation() {
            return new Calculation(contributions, stacking, rounding, most);
        }
    }

    /** A rule of the program, and the member who was rewarded by it. */
    public record Referral(String rule, MemberId referrer) {}

    /**
     * Points so far.
     *
     * @param due what returns have called for
     * @param clawedBack what they got, debt included; holds that were released later may have given more
     */
    public record Tally(long issued, long due, long clawedBack, long redeemed, long restored) {
        static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);
    }

    /**
     * The order's share in a lot.
     *
     * @param own whether the order gave these points, or took them
     * @param back how many of those it took came back
     */
    public record Stake(String lot, boolean own, long points, long back) {}

    /**
     * What a posting changed of a position.
     *
     * @param lines those that changed
     * @param terms of a purchase
     * @param surplus pieces asked back beyond what was bought, by line
     * @param shortfall points that could not be taken back, and that are not owed either
     */
    public record Delta(
            String order,
            State state,
            Instant occurredAt,
            List<Line> lines,
            Optional<Terms> terms,
            Reserved reserved,
            Map<String, Integer> early,
            Tally tally,
            List<Stake> stakes,
            Map<String, Integer> surplus,
            long shortfall) {
        Delta lines(List<Line> changed) {
            return new Delta(
                    order, state, occurredAt, changed, terms, reserved, early, tally, stakes, surplus, shortfall);
        }

        Delta reserving(Reserved rewards) {
            return new Delta(order, state, occurredAt, lines, terms, rewards, early, tally, stakes, surplus, shortfall);
        }

        Delta staking(List<Stake> now) {
            return new Delta(order, state, occurredAt, lines, terms, reserved, early, tally, now, surplus, shortfall);
        }

        Delta early(Map<String, Integer> pieces) {
            return new Delta(
                    order, state, occurredAt, lines, terms, reserved, pieces, tally, stakes, surplus, shortfall);
        }
    }
}
