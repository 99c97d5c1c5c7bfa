package io.loyalty4j.ledger;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an order stands: its lines and what has come back of them, the frozen promises, and its stakes in lots. Kept beside the account and handed to
 * decisions about this order only. Immutable.
 *
 * @param revision the last one booked, or undone; 0 until then
 * @param terms from the purchase; empty until then
 * @param reserved what was reserved last
 * @param asked what was asked back and is not in the lines
 * @param fulfilled when the goods were handed over
 * @param rewards that it is paid with
 * @param stakes in its own lots and, in the order they were taken, in those it redeemed from
 */
public record OrderPosition(
        MemberId member,
        String order,
        State state,
        int revision,
        Instant occurredAt,
        List<Line> lines,
        Optional<Terms> terms,
        Reserved reserved,
        Asked asked,
        Optional<Instant> fulfilled,
        List<Paid> rewards,
        Tally tally,
        List<Stake> stakes) {

    static OrderPosition of(MemberId member, String order) {
        return new OrderPosition(
                member,
                order,
                State.EARLY_RETURN,
                0,
                Instant.EPOCH,
                List.of(),
                Optional.empty(),
                Reserved.NOTHING,
                Asked.NOTHING,
                Optional.empty(),
                List.of(),
                Tally.NOTHING,
                List.of());
    }

    /**
     * The position after one more change.
     *
     * @param before of this order; empty before its first change
     */
    public static OrderPosition after(Optional<OrderPosition> before, MemberId member, Delta delta) {
        OrderPosition from = before.orElseGet(() -> of(member, delta.order()));
        Map<String, Line> lines = new LinkedHashMap<>();
        if (delta.terms().isEmpty()) {
            from.lines.forEach(line -> lines.put(line.id(), line));
        }
        delta.lines().forEach(line -> lines.put(line.id(), line));
        return new OrderPosition(
                member,
                delta.order(),
                delta.state(),
                delta.revision(),
                delta.occurredAt(),
                List.copyOf(lines.values()),
                delta.terms().or(from::terms),
                delta.reserved(),
                delta.asked(),
                delta.fulfilled(),
                delta.rewards(),
                delta.tally(),
                delta.stakes());
    }

    /** The change that leads to it from nothing. */
    Delta fromNothing() {
        return new Delta(
                order,
                state,
                revision,
                occurredAt,
                lines,
                terms,
                reserved,
                asked,
                fulfilled,
                rewards,
                tally,
                stakes,
                Map.of(),
                0);
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

    /** Begins a change of it. */
    PositionDraft to(State next) {
        return new PositionDraft(this, next);
    }

    /** The same with something else asked back. */
    OrderPosition asked(Asked other) {
        return after(Optional.of(this), member, to(state).asked(other).delta());
    }

    /** Whether it has been paid for. */
    public boolean purchased() {
        return terms.isPresent();
    }

    /** What of it is left. */
    Remaining remaining() {
        return Remaining.of(this);
    }

    /** What is left of its price, net of discounts, with what was paid with points, in the program's currency; zero if it has come back whole. */
    public BigDecimal price() {
        return remaining().price();
    }

    /** Whether all of it has come back, or it was undone. */
    public boolean whole() {
        return state == State.RETURNED || state == State.CANCELLED;
    }

    /** Pieces that were asked back in all, by line. */
    Map<String, Integer> askedBack() {
        Map<String, Integer> back = new HashMap<>(asked.pieces());
        lines.forEach(line -> back.merge(line.id(), line.returned(), Refund::together));
        return back;
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
     * One line of the order.
     *
     * @param amount net of discounts, with what was paid with points
     * @param basis what earns: the amount without the share paid with points, unless the program says otherwise
     * @param counts whether it takes part in the program
     * @param points redeemed points that paid for it
     * @param returned pieces that came back
     * @param qualifies what all its pieces count for tiers: its amount, or what a measure of one's own says; where points or orders count, 1 or 0
     */
    public record Line(
            String id,
            int quantity,
            BigDecimal amount,
            BigDecimal basis,
            boolean counts,
            long points,
            int returned,
            BigDecimal qualifies) {
        /** A line that does not count for tiers. */
        Line(String id, int quantity, BigDecimal amount, BigDecimal basis, boolean counts, long points, int returned) {
            this(id, quantity, amount, basis, counts, points, returned, BigDecimal.ZERO);
        }

        /** Whether an edit has left it as it was. */
        boolean sameAs(Line other) {
            return id.equals(other.id) && quantity == other.quantity && basis.compareTo(other.basis) == 0;
        }

        Line returning(int pieces) {
            return new Line(id, quantity, amount, basis, counts, points, pieces, qualifies);
        }

        Line qualifying(BigDecimal value) {
            BigDecimal exact = value.setScale(Math.max(value.scale(), amount.scale()));
            return new Line(id, quantity, amount, basis, counts, points, returned, exact);
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
     * @param program the version of it
     * @param past what rules saw of the time before the order
     * @param rate of the order's currency
     * @param scale the currency's
     * @param most points in all that limits left it; empty if they were out of reach
     * @param counting how it counted for tiers; empty for what never does
     * @param counters what it added to them, until it is returned whole
     * @param budgets what it used of those that all members share
     * @param vouchers the counters that have the vouchers it gave, by reward
     * @param referral whom it rewarded for it
     */
    public record Terms(
            String program,
            Past past,
            BigDecimal rate,
            List<FrozenContribution> contributions,
            Policy.Stacking stacking,
            Policy.Rounding rounding,
            Optional<Long> most,
            int scale,
            Optional<Counting> counting,
            Map<String, Long> counters,
            Map<String, Long> budgets,
            Map<String, String> vouchers,
            Optional<Referral> referral) {
        public Terms {
            contributions = List.copyOf(contributions);
            counters = Map.copyOf(counters);
            budgets = Map.copyOf(budgets);
            vouchers = Map.copyOf(vouchers);
        }

        Terms counting(Optional<Counting> how) {
            return new Terms(
                    program,
                    past,
                    rate,
                    contributions,
                    stacking,
                    rounding,
                    most,
                    scale,
                    how,
                    counters,
                    budgets,
                    vouchers,
                    referral);
        }

        Calculation calculation() {
            return new Calculation(contributions, stacking, rounding, most);
        }
    }

    /**
     * How something counted for tiers. Under a ladder that counts otherwise, what becomes of it changes nothing.
     *
     * @param measure of the ladder
     * @param per its window
     * @param period the first day of the period it counted in; where the last days count, the day
     */
    public record Counting(String measure, Window per, LocalDate period) {}

    /**
     * A reward that another member got for the order.
     *
     * @param rule of the program
     * @param purchase as which it was named to them: the order's id, and its revision if that is not the first
     */
    public record Referral(String rule, MemberId referrer, String purchase) {}

    /**
     * What a posting changed of a position.
     *
     * @param lines those that changed; with terms, all of them
     * @param terms of a purchase, or of an edit of one
     * @param surplus pieces asked back beyond what was bought, by line, in the order of their ids
     * @param shortfall points that could not be taken back, and that are not owed either
     */
    public record Delta(
            String order,
            State state,
            int revision,
            Instant occurredAt,
            List<Line> lines,
            Optional<Terms> terms,
            Reserved reserved,
            Asked asked,
            Optional<Instant> fulfilled,
            List<Paid> rewards,
            Tally tally,
            List<Stake> stakes,
            Map<String, Integer> surplus,
            long shortfall) {
        public Delta {
            surplus = Collections.unmodifiableMap(new TreeMap<>(surplus));
        }
    }
}
