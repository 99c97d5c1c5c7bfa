package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.util.List;
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
        Asked asked = position.asked().plus(refund);
        draft.change(new Change.OrderSet(
                position.purchased()
                        ? new Settlement(session, draft, position).giveBack(asked)
                        : position.to(position.state()).asked(asked).delta()));
        session.book(draft, session.now(), named(), List.of());
        return session.booked();
    }

    Decided cancel(int revision) {
        Optional<Refusal> refusal = session.stranger().or(() -> outdated(revision));
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        Draft draft = session.draft();
        draft.holds().stream()
                .filter(hold -> hold.order().equals(order))
                .forEach(hold -> draft.release(hold, session.now()));
        draft.change(new Change.OrderSet(
                position.purchased()
                        ? new Settlement(session, draft, position).undo(revision, position.asked())
                        : position.to(State.CANCELLED)
                                .revision(revision)
                                .reserved(Reserved.NOTHING)
                                .delta()));
        session.book(draft, session.now(), named(), List.of());
        return session.booked();
    }

    private Optional<Refusal> outdated(int revision) {
        return revision < position.revision()
                ? Optional.of(new Refusal.RevisionOutdated(order, revision, position.revision()))
                : Optional.empty();
    }

    /**
     * Lets what came back before the purchase come into force, in a posting of its own behind it.
     *
     * @param cancelled whether the order was undone before it came
     */
    void deferred(boolean cancelled) {
        if (position.asked().nothing() && !cancelled) {
            return;
        }
        Draft draft = new Draft(session.state());
        Asked early = position.asked();
        Settlement settlement = new Settlement(session, draft, position.asked(Asked.NOTHING));
        draft.change(new Change.OrderSet(
                cancelled ? settlement.undo(position.revision(), early) : settlement.giveBack(early)));
        session.book(draft.finish(
                session.header(Kind.DEFERRED, session.now(), named(), "~" + session.nextVersion()), List.of()));
    }
}
