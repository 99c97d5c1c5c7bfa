package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books what comes back of an order, before or after the order itself, and the undoing of an order as a whole. */
final class Returning {
    private final Session session;
    private final String order;
    private final OrderPosition position;

    Returning(Session session, String order) {
        this.session = session;
        this.order = order;
        this.position = session.state().order().orElseGet(() -> OrderPosition.of(session.member(), order));
    }

    /** The order's id; what the engine names by itself is no order. */
    private Optional<String> named() {
        return Optional.of(order).filter(id -> !id.startsWith("~"));
    }

    Decided refund(Refund refund) {
        Optional<Refusal> stranger = session.stranger();
        if (stranger.isPresent()) {
            return session.refused(stranger.get());
        }
        Draft draft = session.draft();
        draft.change(new Change.OrderSet(
                position.purchased()
                        ? new Settlement(session, draft, position).giveBack(refund.quantities(), false)
                        : noted(refund.quantities())));
        session.book(draft, session.now(), named(), List.of());
        return session.booked();
    }

    /** A return that comes before its order is remembered until the order comes. */
    private Delta noted(Map<String, Integer> quantities) {
        Map<String, Integer> early = new HashMap<>(position.early());
        quantities.forEach((line, pieces) -> early.merge(line, pieces, Refund::together));
        return position.to(position.state()).early(early);
    }

    Decided cancel() {
        Optional<Refusal> stranger = session.stranger();
        if (stranger.isPresent()) {
            return session.refused(stranger.get());
        }
        Draft draft = session.draft();
        draft.holds().stream()
                .filter(hold -> hold.order().equals(order))
                .forEach(hold -> draft.release(hold, session.now()));
        draft.change(new Change.OrderSet(
                position.purchased()
                        ? new Settlement(session, draft, position).giveBack(Map.of(), true)
                        : position.to(State.CANCELLED).reserving(OrderPosition.Reserved.NOTHING)));
        session.book(draft, session.now(), named(), List.of());
        return session.booked();
    }

    /**
     * Lets what came back before the purchase come into force, in a posting of its own behind it.
     *
     * @param cancelled whether the order was undone before it came
     */
    void deferred(boolean cancelled) {
        if (position.early().isEmpty() && !cancelled) {
            return;
        }
        Draft draft = new Draft(session.state());
        Delta delta = new Settlement(session, draft, position).giveBack(position.early(), cancelled);
        draft.change(new Change.OrderSet(delta.early(Map.of())));
        session.book(draft.finish(
                session.header(Kind.DEFERRED, session.now(), named(), "~" + session.nextVersion()), List.of()));
    }
}
