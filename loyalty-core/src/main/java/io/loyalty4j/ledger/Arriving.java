package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.ISSUED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receiver's side of a transfer. Either the points arrive, or the receiver's account books that they go back: a posting under one request id, so that a
 * message that comes twice cannot have both done. It is never refused, for a refusal would lose the points.
 */
final class Arriving {
    static final String RULE = "~transfer";

    private final Session session;
    private final Transfer.Delivery delivery;
    private final Draft draft;
    private final Instant sentAt;

    Arriving(Session session, Transfer.Delivery delivery) {
        this.session = session;
        this.delivery = delivery;
        this.draft = session.draft();
        this.sentAt = session.occurred(Optional.of(delivery.at()));
    }

    Decided decide() {
        Optional<Refusal> refusal = TransferParties.arrival(session, delivery.points());
        List<Award> awards = refusal.isPresent() ? sendBack(refusal.get()) : take();
        session.book(draft, sentAt, Optional.empty(), awards);
        return session.booked();
    }

    private List<Award> sendBack(Refusal why) {
        draft.change(
                new Change.Sent(new Transfer.Bounce(delivery.sender(), session.member(), delivery.id(), why.code())));
        return List.of();
    }

    private List<Award> take() {
        List<Award> awards = new ArrayList<>();
        for (Transfer.Part part : delivery.parts()) {
            String lot = session.requestId() + (awards.isEmpty() ? "" : "#" + awards.size());
            draft.open(lot, terms(part));
            draft.move(lot, ISSUED, AVAILABLE, part.points());
            draft.payDebt(lot, part.points());
            awards.add(new Award(
                    RULE,
                    Optional.empty(),
                    part.points(),
                    part.points(),
                    Reason.of("transferred", delivery.sender().value())));
        }
        return awards;
    }

    /** What a part has left of its life, and no inactivity could lengthen. */
    private LotTerms terms(Transfer.Part part) {
        return new LotTerms(
                session.requestId(),
                Optional.empty(),
                part.points(),
                sentAt,
                sentAt,
                part.lapses(),
                Optional.empty(),
                part.redated());
    }
}
