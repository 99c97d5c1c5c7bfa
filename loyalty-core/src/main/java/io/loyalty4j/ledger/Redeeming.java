package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit;
import io.loyalty4j.reward.Benefit.Kind;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.LapsedHold;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds and takes the points of the rewards that an order redeems, and takes the rewards off its price. */
final class Redeeming {
    private final Session session;
    private final Draft draft;
    private final Order order;
    private final Pricing pricing;
    private final Gates gates;
    private final Spending spending;
    private final OrderHolds holds;
    private final UsedVouchers vouchers;
    private final TypedCodes codes;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Paid> kept = new ArrayList<>();
    private final Map<String, Long> counted = new HashMap<>();

    Redeeming(Session session, Draft draft, Order order, Pricing pricing, Instant placedAt, Past past) {
        this.session = session;
        this.draft = draft;
        this.order = order;
        this.pricing = pricing;
        this.spending = new Spending(session, draft, order.id());
        this.holds = new OrderHolds(session, draft, order);
        this.vouchers = new UsedVouchers(session.state().order());
        this.codes = new TypedCodes(session, draft, order, vouchers);
        wanted.addAll(codes.wanted());
        order.redemptions().forEach(redemption -> wanted.add(Wanted.named(redemption)));
        Occurrence occasion = Occurrence.of(
                session.program(),
                draft.account(),
                session.state().profile(),
                order,
                pricing.net(false),
                placedAt,
                past);
        this.gates = new Gates(session, draft, order, pricing, occasion, codes);
    }

    /** What was taken, lot by lot in the order of taking. */
    List<Stake> stakes() {
        return spending.stakes();
    }

    /** What was changed of the counters that have vouchers, or limit rewards. */
    Map<String, Long> counted() {
        Map<String, Long> all = new HashMap<>(counted);
        all.putAll(vouchers.changes());
        return all;
    }

    /** Vouchers of rewards that did not stay are there again. */
    void giveBackVouchers() {
        vouchers.giveBack(draft, session.now());
    }

    /** Frees everything the order holds. */
    void releaseAll() {
        holds.all().forEach(hold -> draft.release(hold, session.now()));
    }

    /**
     * Leaves what the order is paid with already and still redeems.
     *
     * @param anew whether it is counted once more, what the order counted for having been taken back
     */
    Optional<Refusal> keep(List<Paid> paid, boolean anew) {
        List<Paid> there = new ArrayList<>(paid);
        for (Iterator<Wanted> left = wanted.iterator(); left.hasNext(); ) {
            Wanted reward = left.next();
            Optional<Paid> match = there.stream()
                    .filter(one -> reward.fits(one.reward(), one.points()) && paysAgain(reward))
                    .findFirst();
            Optional<Refusal> refusal =
                    match.flatMap(one -> gates.kept(one).or(() -> anew ? useAgain(reward) : Optional.empty()));
            if (refusal.isPresent()) {
                return refusal;
            }
            match.ifPresent(one -> {
                there.remove(one);
                left.remove();
                kept.add(one);
                vouchers.keep(reward);
                if (anew) {
                    count(one.reward());
                }
                pricing.take(one, gates.goods(one.reward()));
            });
        }
        return Optional.empty();
    }

    /** An order that came back as a whole has given its voucher back, also where it stays paid: it takes one again. */
    private Optional<Refusal> useAgain(Wanted reward) {
        if (session.state().order().filter(OrderPosition::whole).isEmpty()) {
            return Optional.empty();
        }
        Optional<Refusal> none = gates.voucher(reward);
        if (none.isEmpty()) {
            gates.ticket(reward).ifPresent(ticket -> vouchers.use(ticket, draft, session.now()));
        }
        return none;
    }

    /** A code pays again only where it has paid before. */
    private boolean paysAgain(Wanted reward) {
        return reward.code().stream().allMatch(code -> vouchers.by(code).isPresent());
    }

    /** The rewards that it is to be paid with besides. */
    List<String> wanted() {
        return wanted.stream().map(Wanted::reward).toList();
    }

    /** What stays paid. */
    List<Paid> kept() {
        return kept;
    }

    /** Takes what the order redeems beyond that: what it holds first; what it holds and does not redeem is freed, unless it is to stay held. */
    Optional<Refusal> capture() {
        List<Hold> free = holds.all();
        List<Optional<Hold>> matched = OrderHolds.match(wanted, free);
        if (!order.keepsHolds()) {
            free.forEach(hold -> draft.release(hold, session.now()));
        }
        Optional<Refusal> wrong = codes.refusal(unmatched(matched));
        if (wrong.isPresent()) {
            return wrong;
        }
        List<String> timedOut = holds.timedOut(matched);
        for (int i = 0; i < matched.size(); i++) {
            Wanted one = wanted.get(i);
            Optional<Refusal> refusal = matched.get(i).isPresent()
                    ? captureHeld(one, matched.get(i).get())
                    : captureAvailable(one, i, timedOut.remove(one.reward()));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Stream<Wanted> unmatched(List<Optional<Hold>> matched) {
        return IntStream.range(0, matched.size())
                .filter(i -> matched.get(i).isEmpty())
                .mapToObj(wanted::get);
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

    private Optional<Refusal> captureHeld(Wanted one, Hold hold) {
        long asked = hold.benefit().kind() == Kind.PAYMENT && one.points() > 0 ? one.points() : hold.points();
        Hold part = holds.part(hold, asked);
        long more = asked - part.points();
        Optional<Refusal> refusal = more == 0
                ? holds.refusalOf(hold, asked).or(() -> gates.kept(part.asPaid()))
                : gates.payable(one).or(() -> gates.affordable(hold.reward(), asked, part.points()));
        if (refusal.isEmpty()) {
            Benefit benefit = more == 0 ? part.benefit() : gates.benefit(one);
            holds.close(hold, part);
            spending.takeHeld(part.parts());
            spending.takeAvailable(more);
            take(
                    new Paid(hold.reward(), asked, benefit, hold.piece()),
                    hold.voucher().map(Ticket::parse));
        }
        return refusal;
    }

    private Optional<Refusal> captureAvailable(Wanted one, int index, boolean lapsed) {
        String id = one.reward();
        boolean mayOwe = lapsed && session.program().policy(LapsedHold.class) == LapsedHold.TAKE_INTO_DEBT;
        Optional<Piece> piece = gates.pieces().of(gates.find(id), index);
        Optional<Refusal> refusal = (lapsed ? Optional.<Refusal>empty() : gates.offered(one))
                .or(() -> gates.conditions(one))
                .or(() -> mayOwe ? Optional.empty() : gates.limit(id))
                .or(() -> piece.flatMap(some -> gates.pieces().refusal(id, some)))
                .or(() -> gates.voucher(one));
        if (refusal.isPresent()) {
            return refusal;
        }
        long points = gates.points(one);
        long missing = Math.max(0, points - draft.available());
        if (missing > 0 && !mayOwe) {
            return gates.affordable(id, points, 0);
        }
        Paid paid = new Paid(id, points, gates.benefit(one), piece);
        spending.takeAvailable(points - missing);
        spending.owe(missing);
        setAside(piece, id);
        take(paid, gates.ticket(one));
        return Optional.empty();
    }

    private void take(Paid paid, Optional<Ticket> ticket) {
        ticket.ifPresent(voucher -> vouchers.use(voucher, draft, session.now()));
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
        List<Optional<Hold>> matched = OrderHolds.matchExactly(wanted, free);
        free.forEach(hold -> draft.release(hold, session.now()));
        Optional<Refusal> wrong = codes.refusal(unmatched(matched));
        if (wrong.isPresent()) {
            return wrong;
        }
        for (int i = 0; i < matched.size(); i++) {
            Wanted one = wanted.get(i);
            Optional<Hold> held = matched.get(i);
            Optional<Piece> piece = gates.pieces().of(gates.find(one.reward()), i);
            Optional<Refusal> refusal = held.isPresent() ? gates.kept(held.get().asPaid()) : gates.all(one, piece);
            if (refusal.isPresent()) {
                return refusal;
            }
            Hold hold = held.isPresent() ? held.get() : placed(requestId + "/" + i, one, piece, until);
            pricing.take(hold.asPaid(), gates.goods(hold.reward()));
        }
        return Optional.empty();
    }

    private Hold placed(String hold, Wanted one, Optional<Piece> piece, Instant until) {
        Hold placed = new Hold(
                hold,
                order.id(),
                one.reward(),
                spending.hold(gates.points(one)),
                gates.benefit(one),
                piece,
                until,
                gates.ticket(one).map(Ticket::text));
        setAside(piece, one.reward());
        draft.setHold(placed);
        return placed;
    }

    private void setAside(Optional<Piece> piece, String reward) {
        piece.ifPresent(
                one -> gates.find(reward).ifPresent(offered -> gates.pieces().take(one, offered)));
    }

    /** Whether it pays with nothing but what it holds and what it is paid with. */
    boolean allHeld(List<Paid> paid) {
        List<Paid> there = new ArrayList<>(paid);
        List<Hold> held = holds.all();
        return wanted.stream()
                .allMatch(one -> took(there, each -> one.coveredBy(each) && paysAgain(one))
                        || took(held, hold -> one.heldBy(hold) && one.coveredBy(hold.asPaid())));
    }

    private static <T> boolean took(List<T> some, Predicate<T> wanted) {
        return some.stream().filter(wanted).findFirst().filter(some::remove).isPresent();
    }

    /** What could be had with it; nothing is taken. */
    Offers offers() {
        return new Offers(gates, draft);
    }
}
