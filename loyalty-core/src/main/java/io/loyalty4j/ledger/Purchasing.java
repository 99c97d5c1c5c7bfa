package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Books a paid order: captures what it redeems, earns on the rest, counts it for tiers, and freezes what was promised. An edit of an order is booked as if the
 * order were new, once its earlier effects are undone; of points, only the difference moves.
 */
final class Purchasing {
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Session session;
    private final LoyaltyProgram program;
    private final Order order;
    private final Earlier earlier;
    private final Instant placedAt;
    private final Draft draft;
    private final Pricing pricing;
    private final Redeeming redeeming;
    private final Editing editing;
    private final Earning earning;
    private final Climbing climbing;

    Purchasing(Session session, Order order) {
        this.session = session;
        this.program = session.program();
        this.order = order;
        this.earlier = new Earlier(session, order.id(), order.revision());
        this.placedAt = earlier.occurredAt(session.occurred(order.placedAt()));
        this.draft = session.draft();
        earlier.undo(session, draft);
        this.pricing = new Pricing(program, order);
        Past past = earlier.past()
                .orElseGet(() -> draft.account().past(draft.standing().tierAt(placedAt)));
        this.redeeming = new Redeeming(session, draft, order, pricing, placedAt, past);
        this.editing = new Editing(session, draft, earlier, pricing, redeeming);
        this.earning = new Earning(session, draft, Optional.of(order.id()), placedAt, Optional.empty(), earlier);
        this.climbing = new Climbing(session, draft, earlier, editing, placedAt);
    }

    Decided decide() {
        Optional<Refusal> refusal = session.stranger().or(this::refusal).or(this::redeem);
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        Earned earned = ask();
        Optional<Yield> yield = comesTo(earned);
        return yield.isEmpty() ? session.refused(Bounds.points()) : book(earned, yield.get());
    }

    private Decided book(Earned earned, Yield yield) {
        Past before = past();
        earning.book(earned, editing.left(yield), editing.give(yield));
        pricing.rewards().forEach(draft::change);
        draft.setStanding(climbing.after(Optional.of(yield)).settled(session.present(placedAt)));
        stayActive();
        count();
        Terms terms = earning.terms(earned, yield, before, pricing.rate(), redeeming.counted());
        OrderPosition.Delta delta = editing.position(terms.counting(climbing.counting()), earning.stakes())
                .revision(order.revision())
                .occurredAt(placedAt)
                .delta();
        draft.change(new Change.OrderSet(delta));
        OrderPosition after = OrderPosition.after(Optional.of(earlier.position()), session.member(), delta);
        if (after.whole()) {
            new Undoing(session, draft, after).uncount();
        }
        Donating.tell(session, draft, earlier.position(), delta);
        session.book(draft, placedAt, Optional.of(order.id()), awards(earned, yield));
        if (!earlier.paid()) {
            new Returning(session, order.id()).deferred(earlier.undone());
        }
        return session.booked();
    }

    /** An order keeps points from lapsing for inactivity, also those of a version that had it when this one has not. */
    private void stayActive() {
        Instant active = redeeming.stakes().isEmpty() ? placedAt : session.now();
        boolean idle =
                draft.lots().stream().anyMatch(lot -> lot.terms().idleAt().isPresent());
        program.expiry()
                .byInactivity(active, program.zone())
                .or(() -> idle ? Optional.of(FOR_EVER) : Optional.empty())
                .ifPresent(draft::active);
    }

    /** What can be said against the order before its rewards are looked at. */
    Optional<Refusal> refusal() {
        return earlier.outdated()
                .or(this::blocked)
                .or(() -> session.future(order.placedAt()))
                .or(() -> Pricing.otherCurrency(program, order));
    }

    /** An account that is frozen or closed pays with what the order holds, and with nothing else; orders paid before can be edited. */
    private Optional<Refusal> blocked() {
        boolean takes = earlier.paid() || !redeeming.wanted().isEmpty();
        return takes && redeeming.allHeld(earlier.rewards()) ? Optional.empty() : session.blocked();
    }

    /** Takes what it redeems; what an edit leaves stays as it is paid, what it drops can pay for something else. */
    Optional<Refusal> redeem() {
        return redeeming
                .keep(earlier.rewards(), true)
                .or(() -> {
                    editing.restore();
                    redeeming.giveBackVouchers();
                    return redeeming.capture();
                })
                .or(editing::redeem);
    }

    /** For the question which rewards could be had, at the order's price before any. */
    Redeeming offering() {
        return redeeming;
    }

    Pricing pricing() {
        return pricing;
    }

    /** The order at its price after rewards, as rules see it. */
    Occurrence occasion() {
        return occasion(past());
    }

    private Occurrence occasion(Past past) {
        boolean onPoints = program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES;
        return Occurrence.of(
                program, draft.account(), session.state().profile(), order, pricing.net(onPoints), placedAt, past);
    }

    private Past past() {
        return earlier.past().orElseGet(() -> {
            Past old = draft.account().past(draft.standing().tierAt(placedAt));
            return program.policy(CrossingOrder.class) == CrossingOrder.NEW_TIER ? crossing(old) : old;
        });
    }

    /** In the tier that the order leads to; where points count, those that it would earn in the old one. */
    private Past crossing(Past old) {
        Optional<Yield> yield = climbing.byPoints() ? comesTo(earning.ask(occasion(old))) : Optional.empty();
        return draft.account().past(climbing.after(yield).tierAt(placedAt));
    }

    Earned ask() {
        if (earlier.paid()) {
            return BonusPoints.added(earlier.promised(earning.ask(occasion()), editing.lines()), pricing.paid());
        }
        return session.blocked().isPresent()
                ? Earned.nothing(occasion())
                : BonusPoints.added(earning.ask(occasion()), pricing.paid());
    }

    /** What it comes to; empty if that is more points than an account can have. */
    Optional<Yield> comesTo(Earned earned) {
        return earning.comesTo(earned);
    }

    /** Of the whole order, without what has come back of it. */
    List<Award> awards(Earned earned, Yield yield) {
        return editing.awards(earned, yield);
    }

    /** What of its lines earns: of an edit without what has come back. */
    KeptLines kept() {
        return earlier.paid()
                ? editing.remaining().lines()
                : KeptLines.bought(occasion().lines());
    }

    /** Where the member stands after the order. */
    Standing standing() {
        return climbing.after(climbing.byPoints() ? comesTo(ask()) : Optional.empty());
    }

    private void count() {
        earning.count(new Count(Account.ORDERS, 1, Optional.empty(), Optional.empty()));
        LatestOrder.note(draft, placedAt.toEpochMilli());
    }
}
