package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes an order hold exactly what it redeems. */
final class Reserving {
    private final Session session;
    private final Order order;
    private final Draft draft;
    private final OrderPosition position;
    private final Earlier earlier;

    Reserving(Session session, Order order) {
        this.session = session;
        this.order = order;
        this.draft = session.draft();
        this.earlier = new Earlier(session, order.id(), order.revision());
        this.position = earlier.position();
    }

    Decided decide() {
        if (position.purchased() && !later() && position.state() != State.CANCELLED) {
            return unchanged();
        }
        Instant placedAt = session.occurred(order.placedAt());
        Pricing pricing = new Pricing(session.program(), order);
        Past past = draft.account().past(draft.account().standing().tierAt(placedAt));
        Redeeming redeeming = new Redeeming(session, draft, order, pricing, placedAt, past);
        Optional<Refusal> refusal = session.stranger()
                .or(session::blocked)
                .or(this::cancelled)
                .or(() -> session.future(order.placedAt()))
                .or(() -> Pricing.otherCurrency(session.program(), order))
                .or(() -> redeeming.keep(earlier.rewards(), false))
                .or(() -> redeeming.reserve(requestId(), until()));
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        List<Hold> before = draft.account().holds();
        List<String> rewards = redeeming.wanted();
        if (before.equals(draft.holds()) && rewards.equals(position.reserved().rewards())) {
            return unchanged();
        }
        pricing.rewards().forEach(draft::change);
        draft.change(new Change.OrderSet(
                position.to(state()).reserved(reserved(rewards)).delta()));
        session.book(draft.finish(header(), List.of()));
        return session.booked();
    }

    /** Whether an edit of a paid order, or an order that is paid anew, is to hold what it redeems beyond what is paid. */
    private boolean later() {
        return position.revision() > 0 && order.revision() > position.revision();
    }

    /** What was paid or undone stays so until the edit is. */
    private State state() {
        return position.purchased() || position.whole() ? position.state() : State.HELD;
    }

    private Optional<Refusal> cancelled() {
        return position.state() == State.CANCELLED && !later()
                ? Optional.of(
                        new Refusal.OrderClosed(order.id(), position.state().name()))
                : Optional.empty();
    }

    private Reserved reserved(List<String> rewards) {
        Optional<Instant> until = rewards.isEmpty() ? position.reserved().until() : Optional.of(until());
        return new Reserved(rewards, until);
    }

    /** The order's first time-out stands, whatever it has chosen since; after it another begins. */
    private Instant until() {
        return position.reserved()
                .until()
                .filter(session.now()::isBefore)
                .orElseGet(() -> session.now().plus(session.program().holdsLast()));
    }

    /** What the reservation would say; the holds that stand are named in it. */
    private Decided unchanged() {
        Draft asIf = session.draft();
        asIf.holds().stream()
                .filter(hold -> hold.order().equals(order.id()))
                .forEach(hold -> asIf.change(new Change.HoldSet(hold)));
        return new Decided.Unchanged(asIf.finish(header(), List.of()));
    }

    private Posting.Header header() {
        return session.header(Kind.COMMAND, session.now(), Optional.of(order.id()), requestId());
    }

    private String requestId() {
        return session.requestId() + "#" + session.nextVersion();
    }
}
