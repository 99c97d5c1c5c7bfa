package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.PENDING;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Books that the goods of an order were handed over: its points that waited for it get their dates, by the program of this moment. */
final class Fulfilling {
    private final Session session;
    private final Draft draft;
    private final OrderPosition position;

    Fulfilling(Session session, Order.Fulfilment fulfilment) {
        this.session = session;
        this.draft = session.draft();
        this.position = session.state().order().orElseGet(() -> OrderPosition.of(session.member(), fulfilment.order()));
    }

    Decided decide() {
        Optional<Refusal> stranger = session.stranger();
        if (stranger.isPresent()) {
            return session.refused(stranger.get());
        }
        position.stakes().stream().filter(Stake::own).map(Stake::lot).forEach(this::handOver);
        draft.change(new Change.OrderSet(
                position.to(position.state()).fulfilled(session.now()).delta()));
        session.book(draft, session.now(), Optional.of(position.order()), List.of());
        return session.booked();
    }

    private void handOver(String id) {
        Lot lot = draft.lot(id);
        if (lot.terms().waitsForTheGoods() && lot.in(PENDING) > 0) {
            LoyaltyProgram program = session.program();
            Instant usable = program.activation().of(session.now(), program.zone());
            draft.retime(
                    id,
                    lot.terms()
                            .usableFrom(
                                    usable,
                                    program.expiry().byAge(usable, program.zone()),
                                    program.expiry().byInactivity(usable, program.zone())));
            if (!usable.isAfter(session.now())) {
                long points = lot.in(PENDING);
                draft.move(id, PENDING, AVAILABLE, points);
                draft.payDebt(id, points);
            }
        }
    }
}
