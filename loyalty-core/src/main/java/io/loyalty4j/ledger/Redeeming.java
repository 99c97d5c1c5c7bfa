package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import io.loyalty4j.ledger.OrderPosition.Stake;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.LapsedHold;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds and takes the points of the rewards that an order redeems, and takes the rewards off its price. */
final class Redeeming {
    private final Session session;
    private final Draft draft;
    private final Order order;
    private final Pricing pricing;
    private final Gates gates;
    private final UsedVouchers vouchers;
    private final TypedCodes codes;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Paid> kept = new ArrayList<>();
    private final List<Stake> stakes = new ArrayList<>();

    Redeeming(Session session, Draft draft, Order order, Pricing pricing, Instant placedAt, Past past) {
        this.session = session;
        this.draft = draft;
        this.order = order;
        this.pricing = pricing;
        this.vouchers = new UsedVouchers(session.state().order());
        this.codes = new TypedCodes(session, draft, order, vouchers);
        wanted.addAll(codes.wanted());
        order.redemptions().forEach(redemption -> wanted.add(Wanted.named(redemption.reward())));
        Occurrence occasion = Occurrence.of(
                session.program(),
                draft.account(),
                session.state().profile(),
                order,
                pricing.net(false),
                placedAt,
                past);
        this.gates = new Gates(session.program(), pricing, occasion, session.now());
    }

    /** What was taken, lot by lot in the order of taking. */
    List<Stake> stakes() {
        return stakes;
    }

    /** What it uses of the counters that have vouchers. */
    Map<String, Long> vouchers() {
        return vouchers.changes();
    }

    /** Vouchers of rewards that did not stay are there again. */
    void giveBackVouchers() {
        vouchers.giveBack(draft, session.now());
    }

    private Optional<Ticket> ticket(Wanted one) {
        return gates.needsVoucher(one.reward()) || one.code().isPresent()
                ? one.ticket(draft, session.now())
                : Optional.empty();
    }

    /** Frees everything the order holds. */
    void releaseAll() {
        holdsOfTheOrder().forEach(hold -> draft.release(hold, session.now()));
    }

    /** Leaves what the order is paid with already and still redeems. */
    Optional<Refusal> keep(List<Paid> paid) {
        List<Paid> there = new ArrayList<>(paid);
        for (Iterator<Wanted> left = wanted.iterator(); left.hasNext(); ) {
            Wanted reward = left.next();
            Optional<Paid> match =
                    there.stream().filter(one -> pays(one, reward)).findFirst();
            Optional<Refusal> refusal = match.flatMap(gates::kept);
            if (refusal.isPresent()) {
                return refusal;
            }
            match.ifPresent(one -> {
                there.remove(one);
                left.remove();
                kept.add(one);
                vouchers.keep(reward);
                pricing.take(one.reward(), one.worth(), one.points());
            });
        }
        return Optional.empty();
    }

    /** A code pays again only where it has paid before. */
    private boolean pays(Paid paid, Wanted reward) {
        return paid.reward().equals(reward.reward())
                && reward.code().stream().allMatch(code -> vouchers.by(code).isPresent());
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
        List<Hold> free = holdsOfTheOrder();
        List<Optional<Hold>> matched = match(free);
        if (!order.keepsHolds()) {
            free.forEach(hold -> draft.release(hold, session.now()));
        }
        Optional<Refusal> wrong = codes.refusal(unmatched(matched));
        if (wrong.isPresent()) {
            return wrong;
        }
        List<String> timedOut = timedOut(matched);
        for (int i = 0; i < matched.size(); i++) {
            Wanted reward = wanted.get(i);
            Optional<Refusal> refusal = matched.get(i).isPresent()
                    ? captureHeld(matched.get(i).get())
                    : captureAvailable(reward, timedOut.remove(reward.reward()));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Stream<Wanted> unmatched(List<Optional<Hold>> holds) {
        return IntStream.range(0, holds.size())
                .filter(i -> holds.get(i).isEmpty())
                .mapToObj(wanted::get);
    }

    /** What stays reserved for a later revision. */
    List<String> stillHeld() {
        return holdsOfTheOrder().stream().map(Hold::reward).toList();
    }

    /** Takes points once more for rewards that stay. */
    Optional<Refusal> takeAgain(long points) {
        if (points > draft.available()) {
            return Optional.of(new Refusal.InsufficientPoints(order.id(), points, draft.available()));
        }
        hold(points).forEach(part -> redeem(part.lot(), part.points()));
        return Optional.empty();
    }

    private Optional<Refusal> captureHeld(Hold hold) {
        Optional<Refusal> refusal = gates.held(hold);
        if (refusal.isEmpty()) {
            draft.closeHold(hold);
            hold.parts().forEach(part -> redeem(part.lot(), part.points()));
            hold.voucher().map(Ticket::parse).ifPresent(ticket -> vouchers.use(ticket, draft, session.now()));
            pricing.take(hold.reward(), hold.worth(), hold.points());
        }
        return refusal;
    }

    /** What was reserved and is not held any more. */
    private List<String> timedOut(List<Optional<Hold>> held) {
        List<String> reserved = new ArrayList<>();
        session.state()
                .order()
                .ifPresent(position -> reserved.addAll(position.reserved().rewards()));
        held.forEach(hold -> hold.ifPresent(there -> reserved.remove(there.reward())));
        return reserved;
    }

    private Optional<Refusal> captureAvailable(Wanted one, boolean lapsed) {
        String id = one.reward();
        boolean mayOwe = lapsed && session.program().policy(LapsedHold.class) == LapsedHold.TAKE_INTO_DEBT;
        Optional<Refusal> refusal = (lapsed ? Optional.<Refusal>empty() : gates.offered(id))
                .or(() -> gates.conditions(id))
                .or(() -> voucher(one));
        if (refusal.isPresent()) {
            return refusal;
        }
        long points = gates.passed(id).points();
        long missing = Math.max(0, points - draft.available());
        if (missing > 0 && !mayOwe) {
            return Optional.of(new Refusal.InsufficientPoints(id, points, draft.available()));
        }
        hold(points - missing).forEach(part -> redeem(part.lot(), part.points()));
        owe(missing);
        ticket(one).ifPresent(ticket -> vouchers.use(ticket, draft, session.now()));
        pricing.take(id, gates.passed(id).worth(), points);
        return Optional.empty();
    }

    private Optional<Refusal> voucher(Wanted one) {
        return one.code().isPresent() ? codes.refusal(Stream.of(one)) : gates.voucher(one.reward(), draft);
    }

    private void redeem(String lot, long points) {
        draft.move(lot, HELD, REDEEMED, points);
        stakes.add(new Stake(lot, false, points, 0));
    }

    private void owe(long points) {
        if (points > 0) {
            String lot = session.requestId() + "~debt";
            if (stakes.stream().noneMatch(stake -> stake.lot().equals(lot))) {
                draft.open(
                        lot,
                        new Issue(
                                        session,
                                        draft,
                                        lot,
                                        Optional.of(order.id()),
                                        session.now(),
                                        Optional.of(session.now()))
                                .terms(0));
            }
            draft.move(lot, DEBT, REDEEMED, points);
            StandIns.owed(draft, List.of(lot), points);
            stakes.add(new Stake(lot, false, points, 0));
        }
    }

    /**
     * Holds exactly what the order redeems.
     *
     * @param until for holds that are new
     */
    Optional<Refusal> reserve(String requestId, Instant until) {
        List<Hold> free = holdsOfTheOrder();
        List<Optional<Hold>> matched = match(free);
        free.forEach(hold -> draft.release(hold, session.now()));
        Optional<Refusal> wrong = codes.refusal(unmatched(matched));
        if (wrong.isPresent()) {
            return wrong;
        }
        for (int i = 0; i < matched.size(); i++) {
            Wanted one = wanted.get(i);
            Optional<Hold> held = matched.get(i);
            Optional<Refusal> refusal = held.isPresent() ? gates.held(held.get()) : available(one);
            if (refusal.isPresent()) {
                return refusal;
            }
            Hold hold = held.isPresent() ? held.get() : placed(requestId + "/" + i, one, until);
            pricing.take(one.reward(), hold.worth(), hold.points());
        }
        return Optional.empty();
    }

    private Hold placed(String hold, Wanted one, Instant until) {
        Reward passed = gates.passed(one.reward());
        Hold placed = new Hold(
                hold,
                order.id(),
                one.reward(),
                hold(passed.points()),
                passed.worth(),
                until,
                ticket(one).map(Ticket::text));
        draft.setHold(placed);
        return placed;
    }

    private List<Hold> holdsOfTheOrder() {
        return new ArrayList<>(draft.holds().stream()
                .filter(hold -> hold.order().equals(order.id()))
                .toList());
    }

    /** Whether it pays with nothing but what it holds and what it is paid with. */
    boolean allHeld(List<Paid> paid) {
        List<Paid> there = new ArrayList<>(paid);
        List<Hold> holds = holdsOfTheOrder();
        return wanted.stream()
                .allMatch(reward -> there.remove(first(there, one -> pays(one, reward)))
                        || holds.remove(first(holds, reward::heldBy)));
    }

    private static <T> @Nullable T first(List<T> some, Predicate<T> wanted) {
        return some.stream().filter(wanted).findFirst().orElse(null);
    }

    /** For each redemption the hold that is there for it; takes those out of the list. */
    private List<Optional<Hold>> match(List<Hold> holds) {
        List<Optional<Hold>> matched = new ArrayList<>();
        for (Wanted reward : wanted) {
            Optional<Hold> hold = holds.stream().filter(reward::heldBy).findFirst();
            hold.ifPresent(holds::remove);
            matched.add(hold);
        }
        return matched;
    }

    /** Moves available points into holding, from the lots that pay first. */
    private List<Hold.Part> hold(long points) {
        List<Hold.Part> parts = new ArrayList<>();
        long left = points;
        for (Lot lot : draft.paying(session.program().policy(PayingOrder.class))) {
            long part = Math.min(left, lot.in(AVAILABLE));
            if (part > 0) {
                draft.move(lot.id(), AVAILABLE, HELD, part);
                parts.add(new Hold.Part(lot.id(), part, false));
                left -= part;
            }
        }
        return parts;
    }

    /** Why the reward could not be had; nothing is taken. */
    Optional<Refusal> refusal(String id) {
        return available(Wanted.named(id));
    }

    private Optional<Refusal> available(Wanted one) {
        return gates.offered(one.reward())
                .or(() -> gates.conditions(one.reward()))
                .or(() -> voucher(one))
                .or(() -> gates.affordable(one.reward(), draft));
    }
}
