package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit.Kind;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What an order holds, and what of it goes with what it redeems. */
final class OrderHolds {
    private final Session session;
    private final Draft draft;
    private final Order order;

    OrderHolds(Session session, Draft draft, Order order) {
        this.session = session;
        this.draft = draft;
        this.order = order;
    }

    List<Hold> all() {
        return new ArrayList<>(draft.holds().stream()
                .filter(hold -> hold.order().equals(order.id()))
                .toList());
    }

    /** For each reward the hold that is there for it, of a payment one of however many points; takes those out of the list. */
    static List<Optional<Hold>> match(List<Wanted> wanted, List<Hold> holds) {
        return match(
                wanted,
                holds,
                (one, hold) -> one.heldBy(hold)
                        && (hold.benefit().kind() == Kind.PAYMENT || one.fits(hold.reward(), hold.points())));
    }

    /** The same of holds that are for as many points as are redeemed. */
    static List<Optional<Hold>> matchExactly(List<Wanted> wanted, List<Hold> holds) {
        return match(wanted, holds, (one, hold) -> one.heldBy(hold) && one.fits(hold.reward(), hold.points()));
    }

    private static List<Optional<Hold>> match(List<Wanted> wanted, List<Hold> holds, BiPredicate<Wanted, Hold> fits) {
        List<Optional<Hold>> matched = new ArrayList<>();
        for (Wanted one : wanted) {
            Optional<Hold> hold =
                    holds.stream().filter(each -> fits.test(one, each)).findFirst();
            hold.ifPresent(holds::remove);
            matched.add(hold);
        }
        return matched;
    }

    /** What was reserved and is not held any more. */
    List<String> timedOut(List<Optional<Hold>> held) {
        List<String> reserved = new ArrayList<>();
        session.state()
                .order()
                .ifPresent(position -> reserved.addAll(position.reserved().rewards()));
        held.forEach(hold -> hold.ifPresent(there -> reserved.remove(there.reward())));
        return reserved;
    }

    /** As much of a hold as is asked for; of a payment the points that were held first. */
    Hold part(Hold hold, long asked) {
        return asked >= hold.points() ? hold : hold.first(asked, Pricing.scale(session.program()));
    }

    /** Why so much of a hold cannot be captured; empty if it can. */
    Optional<Refusal> refusalOf(Hold hold, long asked) {
        return hold.refusalOf(asked, Pricing.scale(session.program()));
    }

    /** Ends a hold that is captured; what was not asked for is freed, or stays held. */
    void close(Hold hold, Hold captured) {
        Optional<Hold> rest = hold.without(captured);
        if (rest.isEmpty()) {
            draft.closeHold(hold);
            return;
        }
        draft.setHold(rest.get());
        if (!order.keepsHolds()) {
            draft.release(rest.get(), session.now());
        }
    }
}
