package io.loyalty4j.ledger;

import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.Stake;
import io.loyalty4j.ledger.OrderPosition.Tally;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books a paid order: captures what it redeems, earns on the rest, counts it for tiers, and freezes what was promised. */
final class Purchasing {
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Session session;
    private final LoyaltyProgram program;
    private final Order order;
    private final Instant placedAt;
    private final Draft draft;
    private final Pricing pricing;
    private final Redeeming redeeming;
    private final Earning earning;

    Purchasing(Session session, Order order) {
        this.session = session;
        this.program = session.program();
        this.order = order;
        this.placedAt = session.occurred(order.placedAt());
        this.draft = session.draft();
        this.pricing = new Pricing(program, order);
        this.redeeming = new Redeeming(session, draft, order, pricing, placedAt);
        this.earning = new Earning(session, draft, Optional.of(order.id()), placedAt, Optional.empty());
    }

    Decided decide() {
        Optional<Refusal> refusal = session.stranger().or(this::refusal).or(redeeming::capture);
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        boolean cancelled = session.state().order().filter(OrderPosition::whole).isPresent();
        Earned earned = ask();
        Optional<Yield> yield = comesTo(earned);
        if (yield.isEmpty()) {
            return session.refused(Issue.limit());
        }
        earning.book(earned, yield.get());
        pricing.rewards().forEach(draft::change);
        draft.setStanding(standing().settledAt(session.now(), program.zone()));
        stayActive();
        count();
        draft.change(new Change.OrderSet(position(earned, yield.get())));
        session.book(draft, placedAt, Optional.of(order.id()), yield.get().awards());
        new Returning(session, order.id()).deferred(cancelled);
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
        Optional<Refusal> closed = session.state()
                .order()
                .filter(OrderPosition::purchased)
                .map(position ->
                        new Refusal.OrderClosed(order.id(), position.state().name()));
        return closed.or(this::blocked)
                .or(() -> session.future(order.placedAt()))
                .or(() -> Pricing.otherCurrency(program, order));
    }

    /** An account that is frozen or closed pays with what the order holds, and with nothing else. */
    private Optional<Refusal> blocked() {
        return redeeming.allHeld() ? Optional.empty() : session.blocked();
    }

    Redeeming redeeming() {
        return redeeming;
    }

    Pricing pricing() {
        return pricing;
    }

    /** The order at its price after rewards, as rules see it. */
    Occurrence occasion() {
        Account account = draft.account();
        boolean onPoints = program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES;
        boolean newTier = program.policy(CrossingOrder.class) == CrossingOrder.NEW_TIER;
        String tier = (newTier ? standing() : account.standing()).tierAt(placedAt);
        return Occurrence.of(program, account, session.state().profile(), order, pricing.net(onPoints), placedAt, tier);
    }

    Earned ask() {
        return session.blocked().isPresent() ? Earned.nothing(occasion()) : earning.ask(occasion());
    }

    /** What it comes to; empty if that is more points than an account can have. */
    Optional<Yield> comesTo(Earned earned) {
        return earning.comesTo(earned);
    }

    /** Where the member stands after the order. */
    Standing standing() {
        return draft.standing().spent(placedAt, pricing.spend(), program.zone());
    }

    private void count() {
        earning.count(new Count(Account.ORDERS, 1, Optional.empty(), Optional.empty()));
        long last = Math.max(placedAt.toEpochMilli(), draft.counted(Account.LAST_ORDER));
        draft.set(Account.LAST_ORDER, new Counter(last, Optional.empty(), Optional.empty()));
    }

    private Delta position(Earned earned, Yield yield) {
        Optional<OrderPosition> before = session.state().order();
        boolean onPoints = program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES;
        List<Stake> stakes = new ArrayList<>(redeeming.stakes());
        stakes.addAll(earning.stakes());
        long redeemed = redeeming.stakes().stream().mapToLong(Stake::points).sum();
        return new Delta(
                order.id(),
                OrderPosition.State.PURCHASED,
                placedAt,
                pricing.lines().stream().map(line -> line.position(onPoints)).toList(),
                Optional.of(earning.terms(earned, yield, redeeming.vouchers())),
                OrderPosition.Reserved.NOTHING,
                before.map(OrderPosition::early).orElse(Map.of()),
                new Tally(Issue.points(yield.awards()), 0, 0, redeemed, 0),
                stakes,
                Map.of(),
                0);
    }
}
