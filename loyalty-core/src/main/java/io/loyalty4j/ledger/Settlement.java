package io.loyalty4j.ledger;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.ledger.ClawingBack.Clawed;
import io.loyalty4j.ledger.OrderPosition.Counting;
import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.tier.Present;
import java.math.BigDecimal;
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

    /** The order is undone as a whole, up to a revision. */
    Delta undo(int revision, Asked asked) {
        return settle(asked, before.to(State.CANCELLED).revision(revision));
    }

    /** More comes back: what is asked in all and is not in the lines yet. */
    Delta giveBack(Asked asked) {
        return settle(asked, before.to(before.state()));
    }

    private Delta settle(Asked asked, PositionDraft next) {
        Map<String, Integer> surplus = new HashMap<>(asked.pieces());
        List<Line> changed = changed(surplus);
        next.lines(changed).asked(new Asked(surplus, asked.amount()));
        OrderPosition after = after(next);
        if (!after.whole() && after.remaining().nothing()) {
            next.state(State.RETURNED);
            after = after(next);
        }
        List<Stake> stakes = new Restoring(session, draft).upTo(restorable(after), before.stakes());
        KeptLines kept = after.remaining().lines();
        long due = Math.max(before.tally().due(), before.tally().issued() - calculation.points(kept));
        Clawed clawed = new ClawingBack(session, draft, before.order(), stakes)
                .take(due - before.tally().due());
        lowerStanding(after);
        new Undoing(session, draft, before).undo(kept, after.whole());
        Delta delta = next.reserved(Reserved.NOTHING)
                .tally(tally(due, clawed, stakes))
                .stakes(stakes)
                .surplus(news(surplus))
                .shortfall(clawed.shortfall())
                .delta();
        Donating.tell(session, draft, before, delta);
        return delta;
    }

    /** Without what was asked back in vain before, which its receipt has told. */
    private Map<String, Integer> news(Map<String, Integer> surplus) {
        Map<String, Integer> news = new HashMap<>(surplus);
        before.asked()
                .pieces()
                .forEach((line, told) ->
                        news.computeIfPresent(line, (id, all) -> all > told ? Integer.valueOf(all - told) : null));
        return news;
    }

    private OrderPosition after(PositionDraft next) {
        return OrderPosition.after(Optional.of(before), before.member(), next.delta());
    }

    private Tally tally(long due, Clawed clawed, List<Stake> stakes) {
        Tally tally = before.tally();
        return new Tally(
                tally.issued(), due, tally.clawedBack() + clawed.taken(), tally.redeemed(), Restoring.back(stakes));
    }

    /** The lines of which more has come back; takes what is accepted out of what was asked, and leaves the surplus. */
    private List<Line> changed(Map<String, Integer> asked) {
        List<Line> changed = new ArrayList<>();
        for (Line line : before.lines()) {
            int accepted = Math.min(asked.getOrDefault(line.id(), 0), line.quantity() - line.returned());
            asked.computeIfPresent(
                    line.id(), (id, pieces) -> pieces > accepted ? Integer.valueOf(pieces - accepted) : null);
            if (accepted > 0) {
                changed.add(line.returning(line.returned() + accepted));
            }
        }
        return changed;
    }

    /** Redeemed points that are to have come back in all. What an edit has taken off the order has come back already. */
    private long restorable(OrderPosition after) {
        return switch (program.policy(RedeemedOnReturn.class)) {
            case PROPORTIONAL -> after.whole() ? before.tally().redeemed() : dropped() + pointsBack(after);
            case ON_FULL_RETURN -> after.whole() ? before.tally().redeemed() : 0;
            case NEVER -> 0;
        };
    }

    private long dropped() {
        return before.tally().redeemed()
                - before.rewards().stream().mapToLong(Paid::points).sum();
    }

    static long pointsBack(OrderPosition position) {
        return position.lines().stream().mapToLong(Line::pointsBack).sum();
    }

    private void lowerStanding(OrderPosition after) {
        if (program.policy(TierOnReturn.class) == TierOnReturn.RECHECKED) {
            terms.counting()
                    .filter(how -> draft.standing().terms().countsAs(how.measure(), how.per()))
                    .ifPresent(how -> lowerStanding(how, Qualified.of(before).subtract(Qualified.of(after))));
        }
    }

    private void lowerStanding(Counting how, BigDecimal back) {
        if (back.signum() > 0) {
            Present present = session.present(session.now());
            draft.setStanding(
                    draft.standing().takenBack(how.period(), back, present).settled(present));
        }
    }
}
