package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.Stake;
import io.loyalty4j.ledger.OrderPosition.Tally;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    Purchasing(Session session, Order order) {
        this.session = session;
        this.program = session.program();
        this.order = order;
        this.placedAt = session.occurred(order.placedAt());
        this.draft = session.draft();
        this.pricing = new Pricing(program, order);
        this.redeeming = new Redeeming(session, draft, order, pricing, placedAt);
    }

    Decided decide() {
        Optional<Refusal> refusal = session.stranger().or(this::refusal).or(redeeming::capture);
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        boolean cancelled = session.state().order().filter(OrderPosition::whole).isPresent();
        Earned earned = ask();
        Optional<List<Award>> countable = awards(earned);
        if (countable.isEmpty()) {
            return session.refused(Issue.limit());
        }
        List<Award> awards = countable.get();
        issue().book(awards);
        pricing.rewards().forEach(draft::change);
        draft.setStanding(standing().settledAt(session.now(), program.zone()));
        stayActive();
        Set<String> counters = count(earned, awards);
        draft.change(new Change.OrderSet(position(earned, Issue.points(awards), counters)));
        session.book(draft, placedAt, Optional.of(order.id()), awards);
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
        return closed.or(() -> session.future(order.placedAt())).or(() -> Pricing.otherCurrency(program, order));
    }

    Redeeming redeeming() {
        return redeeming;
    }

    Pricing pricing() {
        return pricing;
    }

    /** What the rules say to the order at its price after rewards. */
    Earned ask() {
        Account account = draft.account();
        boolean onPoints = program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES;
        boolean newTier = program.policy(CrossingOrder.class) == CrossingOrder.NEW_TIER;
        String tier = (newTier ? standing() : account.standing()).tierAt(placedAt);
        Occurrence occasion = Occurrence.of(
                program, account, session.state().profile(), order, pricing.net(onPoints), placedAt, tier);
        return program.plan().ask(occasion, account::counted);
    }

    /** The points by rule and line; empty if they are more than an account can have. */
    Optional<List<Award>> awards(Earned earned) {
        return earned.awards(program.policy(Stacking.class), program.policy(Rounding.class))
                .filter(awards -> !issue().beyondLimits(awards));
    }

    private Issue issue() {
        return new Issue(session, draft, session.requestId(), Optional.of(order.id()), placedAt);
    }

    /** Where the member stands after the order. */
    Standing standing() {
        return draft.standing().spent(placedAt, pricing.spend(), program.zone());
    }

    private Set<String> count(Earned earned, List<Award> awards) {
        draft.count(Account.ORDERS, 1, Optional.empty());
        Set<String> counters = draft.countUses(earned.uses(awards), session.now());
        counters.add(Account.ORDERS);
        return counters;
    }

    private Delta position(Earned earned, long issued, Set<String> counters) {
        Optional<OrderPosition> before = session.state().order();
        boolean onPoints = program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES;
        OrderPosition.Terms terms = new OrderPosition.Terms(
                earned.contributions(),
                program.policy(Stacking.class),
                program.policy(Rounding.class),
                Pricing.scale(program),
                program.ladder().per().startOf(placedAt.atZone(program.zone()).toLocalDate()),
                counters);
        List<Stake> stakes = new ArrayList<>(redeeming.stakes());
        if (issued > 0) {
            stakes.add(new Stake(session.requestId(), true, issued, 0));
        }
        long redeemed = redeeming.stakes().stream().mapToLong(Stake::points).sum();
        return new Delta(
                order.id(),
                OrderPosition.State.PURCHASED,
                placedAt,
                pricing.lines().stream().map(line -> line.position(onPoints)).toList(),
                Optional.of(terms),
                OrderPosition.Reserved.NOTHING,
                before.map(OrderPosition::early).orElse(Map.of()),
                new Tally(issued, 0, 0, redeemed, 0),
                stakes,
                Map.of(),
                0);
    }
}
