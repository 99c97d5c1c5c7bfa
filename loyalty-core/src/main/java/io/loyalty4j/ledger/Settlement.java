package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.ledger.OrderPosition.Stake;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.OrderPosition.Tally;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Policy.RestoredAfterExpiry;
import io.loyalty4j.shop.Policy.TierOnReturn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a return of a purchased order moves. Everything is reckoned from what has come back in all, never from this return alone, so that any partition of
 * an order's returns ends in one state. The order of the steps is part of that: points paid come back first (into a lot that has lapsed and had its grace
 * they lapse at once, paying nothing), then debt is paid, then points given are taken.
 */
final class Settlement {
    private static final int GRACE_DAYS = 30;

    private final Session session;
    private final LoyaltyProgram program;
    private final Draft draft;
    private final OrderPosition before;
    private final Terms terms;
    private final Calculation calculation;

    Settlement(Session session, Draft draft, OrderPosition position) {
        this.session = session;
        this.program = session.program();
        this.draft = draft;
        this.before = position;
        this.terms = position.terms().orElseThrow();
        this.calculation = terms.calculation();
    }

    /**
     * @param asked pieces by line
     * @param all whether the order is undone as a whole
     */
    Delta giveBack(Map<String, Integer> asked, boolean all) {
        Map<String, Integer> surplus = new HashMap<>(asked);
        List<Line> changed = changed(surplus, all);
        OrderPosition after = OrderPosition.after(
                Optional.of(before), before.member(), before.to(before.state()).lines(changed));
        boolean whole = all || after.allReturned();
        List<Stake> stakes = restore(after, whole);
        long restored = stakes.stream().mapToLong(Stake::back).sum();
        KeptLines kept = all ? KeptLines.undone() : after.kept(terms.scale());
        long due = Math.max(before.tally().due(), before.tally().issued() - calculation.points(kept));
        Clawed clawed = clawBack(due - before.tally().due(), stakes);
        lowerStanding(after);
        State state = state(all, whole);
        new Undoing(session, draft, before).undo(kept, whole);
        Tally tally = new Tally(
                before.tally().issued(),
                due,
                before.tally().clawedBack() + clawed.taken(),
                before.tally().redeemed(),
                restored);
        return new Delta(
                before.order(),
                state,
                before.occurredAt(),
                changed,
                Optional.empty(),
                OrderPosition.Reserved.NOTHING,
                before.early(),
                tally,
                stakes,
                surplus,
                clawed.shortfall());
    }

    /** The lines of which more has come back; takes what is accepted out of what was asked, and leaves the surplus. */
    private List<Line> changed(Map<String, Integer> asked, boolean all) {
        List<Line> changed = new ArrayList<>();
        for (Line line : before.lines()) {
            int left = line.quantity() - line.returned();
            int accepted = all ? left : Math.min(asked.getOrDefault(line.id(), 0), left);
            asked.computeIfPresent(
                    line.id(), (id, pieces) -> pieces > accepted ? Integer.valueOf(pieces - accepted) : null);
            if (accepted > 0) {
                changed.add(line.returning(line.returned() + accepted));
            }
        }
        return changed;
    }

    /** Gives redeemed points back, last-taken first, and says how much of each stake has come back in all. */
    private List<Stake> restore(OrderPosition after, boolean whole) {
        long target = switch (program.policy(RedeemedOnReturn.class)) {
            case PROPORTIONAL ->
                whole
                        ? before.tally().redeemed()
                        : after.lines().stream().mapToLong(Line::pointsBack).sum();
            case ON_FULL_RETURN -> whole ? before.tally().redeemed() : 0;
            case NEVER -> 0;
        };
        long left = Math.max(0, target - before.tally().restored());
        List<Stake> stakes = new ArrayList<>(before.stakes());
        for (int i = stakes.size() - 1; i >= 0; i--) {
            Stake stake = stakes.get(i);
            long part = stake.own() ? 0 : Math.min(left, stake.points() - stake.back());
            if (part > 0) {
                restore(stake.lot(), part);
                stakes.set(i, new Stake(stake.lot(), false, stake.points(), stake.back() + part));
                left -= part;
            }
        }
        return stakes;
    }

    private void restore(String id, long points) {
        Lot lot = draft.lot(id);
        boolean lapsed = draft.lapsed(lot, session.now());
        boolean grace = lapsed
                && !lot.terms().redated()
                && program.policy(RestoredAfterExpiry.class) == RestoredAfterExpiry.GRACE_30_DAYS;
        draft.move(id, REDEEMED, AVAILABLE, points);
        if (grace) {
            draft.redate(id, endOfGrace());
        }
        if (lapsed && !grace) {
            draft.move(id, AVAILABLE, EXPIRED, points);
        } else {
            draft.payDebt(id, points);
        }
    }

    private Instant endOfGrace() {
        LocalDate lastDay = session.now().atZone(program.zone()).toLocalDate().plusDays(GRACE_DAYS);
        return lastDay.plusDays(1).atStartOfDay(program.zone()).toInstant();
    }

    private Clawed clawBack(long due, List<Stake> stakes) {
        String owedName = Draft.OWED + before.order();
        long owed = draft.counted(owedName);
        ClawBack policy = program.policy(ClawBack.class);
        List<String> own = stakes.stream().filter(Stake::own).map(Stake::lot).toList();
        long left = due + owed;
        left = take(own, PENDING, left);
        if (policy != ClawBack.PENDING_ONLY) {
            left = take(own, AVAILABLE, left);
            left = take(own, EXPIRED, left);
            left = take(
                    draft.paying(program.policy(PayingOrder.class)).stream()
                            .map(Lot::id)
                            .toList(),
                    AVAILABLE,
                    left);
        }
        if (left > 0 && policy == ClawBack.INTO_DEBT) {
            draft.move(own.get(0), DEBT, REVOKED, left);
            left = 0;
        }
        long stillOwed = policy == ClawBack.WITHIN_BALANCE ? left : 0;
        if (stillOwed > 0 || owed > 0) {
            draft.set(owedName, new Counter(stillOwed, Optional.empty(), Optional.empty()));
        }
        return new Clawed(due + owed - left, left);
    }

    private long take(List<String> lots, Bucket from, long points) {
        long left = points;
        for (String lot : lots) {
            long part = Math.min(left, draft.lot(lot).in(from));
            draft.move(lot, from, REVOKED, part);
            left -= part;
        }
        return left;
    }

    private void lowerStanding(OrderPosition after) {
        if (program.policy(TierOnReturn.class) == TierOnReturn.RECHECKED) {
            BigDecimal back = before.spend(terms.scale()).subtract(after.spend(terms.scale()));
            if (back.signum() > 0) {
                draft.setStanding(
                        draft.standing().takenBack(terms.period(), back).settledAt(session.now(), program.zone()));
            }
        }
    }

    private State state(boolean all, boolean whole) {
        if (all || before.state() == State.CANCELLED) {
            return State.CANCELLED;
        }
        return whole ? State.RETURNED : before.state();
    }

    /**
     * @param taken points taken, debt included
     * @param shortfall points that were not there
     */
    private record Clawed(long taken, long shortfall) {}
}
