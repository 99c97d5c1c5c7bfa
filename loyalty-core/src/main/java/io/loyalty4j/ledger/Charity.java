package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The account of a charity. What orders gave is one lot that never lapses and grows while anything is left of it, so that the account stays small however
 * many give. Neither a gift nor its withdrawal is ever refused, for a refusal would lose the points, and they may come in any order.
 */
final class Charity {
    static final String RULE = "~donation";

    private final Session session;
    private final Donation donation;
    private final Draft draft;
    private final Instant at;

    Charity(Session session, Donation donation) {
        this.session = session;
        this.donation = donation;
        this.draft = session.draft();
        this.at = session.occurred(Optional.of(donation.at()));
    }

    Decided decide() {
        List<Award> awards = donation instanceof Donation.Gift ? give() : takeBack();
        session.book(draft, at, Optional.of(donation.order()), awards);
        return session.booked();
    }

    private List<Award> give() {
        long points = donation.points();
        String lot = draft.lots().stream()
                .filter(open -> open.id().startsWith(CharityGate.GIFTS))
                .map(this::grown)
                .findFirst()
                .orElseGet(() -> opened(session.requestId(), points));
        draft.move(lot, ISSUED, AVAILABLE, points);
        draft.payDebt(lot, points);
        return List.of(new Award(RULE, Optional.empty(), points, points, Reason.of("donated", donation.order())));
    }

    private String grown(Lot lot) {
        draft.retime(lot.id(), lot.terms().growingBy(donation.points()));
        return lot.id();
    }

    private String opened(String lot, long points) {
        draft.open(
                lot,
                new LotTerms(
                        session.requestId(),
                        Optional.empty(),
                        points,
                        at,
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        false));
        return lot;
    }

    private List<Award> takeBack() {
        long there = Math.min(donation.points(), draft.available());
        Taking.of(session, draft, there, Bucket.REVOKED);
        long missing = donation.points() - there;
        if (missing > 0) {
            String lot = opened(session.requestId() + "#debt", 0);
            draft.move(lot, DEBT, REVOKED, missing);
            StandIns.owed(draft, List.of(lot), missing);
        }
        return List.of();
    }
}
