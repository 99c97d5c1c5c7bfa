package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.program.LoyaltyProgram;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives points: opens a lot with every date fixed, fills it, and lets it pay what is owed. */
final class Issue {
    private final Session session;
    private final Draft draft;
    private final String lot;
    private final Optional<String> order;
    private final Instant occurredAt;
    private final Optional<Instant> usable;
    private final Optional<Instant> fulfilled;

    Issue(Session session, Draft draft, String lot, Optional<String> order, Instant occurredAt) {
        this(session, draft, lot, order, occurredAt, Optional.empty());
    }

    /** With points that are not usable before an instant, whatever the program says. */
    Issue(
            Session session,
            Draft draft,
            String lot,
            Optional<String> order,
            Instant occurredAt,
            Optional<Instant> usable) {
        this(session, draft, lot, order, occurredAt, usable, Optional.empty());
    }

    private Issue(
            Session session,
            Draft draft,
            String lot,
            Optional<String> order,
            Instant occurredAt,
            Optional<Instant> usable,
            Optional<Instant> fulfilled) {
        this.session = session;
        this.draft = draft;
        this.lot = lot;
        this.order = order;
        this.occurredAt = occurredAt;
        this.usable = usable;
        this.fulfilled = fulfilled;
    }

    /** For an order of which it may be known when the goods were handed over. */
    Issue fulfilled(Optional<Instant> at) {
        return new Issue(session, draft, lot, order, occurredAt, usable, at);
    }

    static long points(List<Award> awards) {
        return awards.stream().mapToLong(Award::points).reduce(0, Math::addExact);
    }

    /**
     * Gives points into one lot.
     *
     * @return the order's stake in it; empty if there are none
     */
    Optional<Stake> book(long points) {
        if (points == 0) {
            return Optional.empty();
        }
        LotTerms terms = terms(points);
        draft.open(lot, terms);
        if (terms.activates().isAfter(session.now())) {
            draft.move(lot, Bucket.ISSUED, Bucket.PENDING, points);
        } else {
            draft.move(lot, Bucket.ISSUED, Bucket.AVAILABLE, points);
            arrived(points);
        }
        return Optional.of(new Stake(lot, true, points, 0));
    }

    /** Points that come when they would have lapsed pay no debt, so that nobody pays with points that were lost before: they lapse at once. */
    private void arrived(long points) {
        if (draft.debt() > 0 && draft.lapsed(draft.lot(lot), session.now())) {
            draft.move(lot, Bucket.AVAILABLE, Bucket.EXPIRED, points);
        } else {
            draft.payDebt(lot, points);
        }
    }

    /** The terms of points given now for what occurred. */
    LotTerms terms(long points) {
        if (waits()) {
            return new LotTerms(
                    session.requestId(),
                    order,
                    points,
                    occurredAt,
                    LotTerms.WITH_THE_GOODS,
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
        LoyaltyProgram program = session.program();
        Instant activates = later(
                program.activation().of(order.isEmpty() ? occurredAt : fulfilled.orElse(occurredAt), program.zone()));
        return new LotTerms(
                session.requestId(),
                order,
                points,
                occurredAt,
                activates,
                program.expiry().byAge(activates, program.zone()),
                program.expiry().byInactivity(activates, program.zone()),
                false);
    }

    private boolean waits() {
        return session.program().activation().waitsForTheGoods()
                && order.isPresent()
                && fulfilled.isEmpty()
                && usable.isEmpty();
    }

    private Instant later(Instant activates) {
        return usable.filter(activates::isBefore).orElse(activates);
    }
}
