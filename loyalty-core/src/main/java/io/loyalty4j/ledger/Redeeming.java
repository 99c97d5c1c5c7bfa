package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.Stake;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.reward.Benefit.Kind;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Order.Redemption;
import io.loyalty4j.shop.Policy.LapsedHold;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds and takes the points of the rewards that an order redeems, and takes the rewards off its price. */
final class Redeeming {
    private final Session session;
    private final Draft draft;
    private final Order order;
    private final Pricing pricing;
    private final Gates gates;
    private final Spending spending;
    private final OrderHolds holds;
    private final List<Redemption> wanted;
    private final List<Paid> kept = new ArrayList<>();
    private final Map<String, Long> counted = new HashMap<>();

    Redeeming(Session session, Draft draft, Order order, Pricing pricing, Instant placedAt, Past past) {
        this.session = session;
        this.draft = draft;
        this.order = order;
        this.pricing = pricing;
        this.spending = new Spending(session, draft, order.id());
        this.holds = new OrderHolds(session, draft, order);
        this.wanted = new ArrayList<>(order.redemptions());
        Occurrence occasion = Occurrence.of(
                session.program(),
                draft.account(),
                session.state().profile(),
                order,
                pricing.net(false),
                placedAt,
                past);
        this.gates = new Gates(session, draft, order.id(), pricing, occasion);
    }

    /** What was taken, lot by lot in the order of taking. */
    List<Stake> stakes() {
        return spending.stakes();
    }

    /** What was changed of the counters that have vouchers, or limit rewards. */
    Map<String, Long> counted() {
        return counted;
    }

    /** Frees everything the order holds. */
    void releaseAll() {
        holds.all().forEach(hold -> draft.release(hold, session.now()));
    }

    /** Leaves what the order is paid with already and still redeems. */
    Optional<Refusal> keep(List<Paid> paid) {
        List<Paid> there = new ArrayList<>(paid);
        for (Iterator<Redemption> left = wanted.iterator(); left.hasNext(); ) {
            Redemption redemption = left.next();
            Optional<Paid> match = there.stream()
                    .filter(one -> OrderHolds.fits(redemption, one.reward(), one.points()))
                    .findFirst();
            Optional<Refusal> refusal = match.flatMap(gates::kept);
            if (refusal.isPresent()) {
                return refusal;
            }
            match.ifPresent(one -> {
                there.remove(one);
                left.remove();
                kept.add(one);
                count(one.reward());
                pricing.take(one, gates.goods(one.reward()));
            });
        }
        return Optional.empty();
    }

    /** The rewards that it is to be paid with besides. */
    List<String> wanted() {
        return wanted.stream().map(Redemption::reward).toList();
    }

    /** What stays paid. */
    List<Paid> kept() {
        return kept;
    }

    /** Takes what the order redeems beyond that: what it holds first; what it holds and does not redeem is freed, unless it is to stay held. */
    Optional<Refusal> capture() {
        List<Hold> free = holds.all();
        List<Optional<Hold>> matched = holds.match(wanted(), free);
        if (!order.keepsHolds()) {
            free.forEach(hold -> draft.release(hold, session.now()));
        }
        List<String> timedOut = holds.timedOut(matched);
        for (int i = 0; i < matched.size(); i++) {
            Redemption redemption = wanted.get(i);
            Optional<Refusal> refusal = matched.get(i).isPresent()
                    ? captureHeld(redemption, matched.get(i).get())
                    : captureAvailable(redemption, i, timedOut.remove(redemption.reward()));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** What stays reserved for a later revision. */
    List<String> stillHeld() {
        return holds.all().stream().map(Hold::reward).toList();
    }

    /** Takes points once more for rewards that stay. */
    Optional<Refusal> takeAgain(long points) {
        if (points > draft.available()) {
            return Optional.of(new Refusal.InsufficientPoints(order.id(), points, draft.available()));
        }
        spending.takeAvailable(points);
        return Optional.empty();
    }

    private Optional<Refusal> captureHeld(Redemption redemption, Hold hold) {
        long asked =
                hold.benefit().kind() == Kind.PAYMENT && redemption.points() > 0 ? redemption.points() : hold.points();
        Hold part = holds.part(hold, asked);
        long more = asked - part.points();
        Optional<Refusal> refusal = more == 0
                ? holds.refusalOf(hold, asked).or(() -> gates.kept(part.asPaid()))
                : gates.payable(redemption).or(() -> gates.affordable(hold.reward(), asked, part.points()));
        if (refusal.isEmpty()) {
            Benefit benefit = more == 0 ? part.benefit() : gates.benefit(redemption);
            holds.close(hold, part);
            spending.takeHeld(part.parts());
            spending.takeAvailable(more);
            take(new Paid(hold.reward(), asked, benefit, hold.piece()));
        }
        return refusal;
    }

    private Optional<Refusal> captureAvailable(Redemption redemption, int index, boolean lapsed) {
        String id = redemption.reward();
        boolean mayOwe = lapsed && session.program().policy(LapsedHold.class) == LapsedHold.TAKE_INTO_DEBT;
        Optional<Piece> piece = gates.pieces().of(gates.find(id), index);
        Optional<Refusal> refusal = (lapsed ? Optional.<Refusal>empty() : gates.offered(id))
                .or(() -> gates.conditions(redemption))
                .or(() -> mayOwe ? Optional.empty() : gates.limit(id))
                .or(() -> piece.flatMap(one -> gates.pieces().refusal(id, one)))
                .or(() -> gates.voucher(id));
        if (refusal.isPresent()) {
            return refusal;
        }
        long points = gates.points(redemption);
        long missing = Math.max(0, points - draft.available());
        if (missing > 0 && !mayOwe) {
            return gates.affordable(id, points, 0);
        }
        Paid paid = new Paid(id, points, gates.benefit(redemption), piece);
        spending.takeAvailable(points - missing);
        spending.owe(missing);
        setAside(piece, id);
        take(paid);
        return Optional.empty();
    }

    private void take(Paid paid) {
        if (gates.needsVoucher(paid.reward())) {
            Voucher.use(draft, paid.reward(), session.now())
                    .ifPresent(name -> counted.merge(name, -1L, Math::addExact));
        }
        count(paid.reward());
        pricing.take(paid, gates.goods(paid.reward()));
    }

    private void count(String reward) {
        gates.counts(reward).forEach(count -> {
            draft.count(count, session.now());
            counted.merge(count.name(), count.by(), Math::addExact);
        });
    }

    /**
     * Holds exactly what the order redeems.
     *
     * @param until for holds that are new
     */
    Optional<Refusal> reserve(String requestId, Instant until) {
        List<Hold> free = holds.all();
        List<Optional<Hold>> matched = holds.matchExactly(wanted, free);
        free.forEach(hold -> draft.release(hold, session.now()));
        for (int i = 0; i < matched.size(); i++) {
            Redemption redemption = wanted.get(i);
            Optional<Hold> held = matched.get(i);
            Optional<Piece> piece = gates.pieces().of(gates.find(redemption.reward()), i);
            Optional<Refusal> refusal =
                    held.isPresent() ? gates.kept(held.get().asPaid()) : gates.all(redemption, piece);
            if (refusal.isPresent()) {
                return refusal;
            }
            Hold hold = held.isPresent() ? held.get() : placed(requestId + "/" + i, redemption, piece, until);
            pricing.take(hold.asPaid(), gates.goods(hold.reward()));
        }
        return Optional.empty();
    }

    private Hold placed(String hold, Redemption redemption, Optional<Piece> piece, Instant until) {
        Hold placed = new Hold(
                hold,
                order.id(),
                redemption.reward(),
                spending.hold(gates.points(redemption)),
                gates.benefit(redemption),
                piece,
                until);
        setAside(piece, redemption.reward());
        draft.setHold(placed);
        return placed;
    }

    private void setAside(Optional<Piece> piece, String reward) {
        piece.ifPresent(
                one -> gates.find(reward).ifPresent(offered -> gates.pieces().take(one, offered)));
    }

    /** Whether it pays with nothing but what it holds and what it is paid with. */
    boolean allHeld(List<Paid> paid) {
        List<String> there = new ArrayList<>(paid.stream().map(Paid::reward).toList());
        holds.all().forEach(hold -> there.add(hold.reward()));
        return wanted().stream().allMatch(there::remove);
    }

    /** What could be had with it; nothing is taken. */
    Offers offers() {
        return new Offers(gates, draft);
    }
}
