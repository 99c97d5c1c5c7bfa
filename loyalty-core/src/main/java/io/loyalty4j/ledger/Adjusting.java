package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Adjustment.Direction;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;

/** Books points that a person of the shop gives or takes, within what the program lets one person do. */
final class Adjusting {
    static final String RULE = "~adjustment";

    private final Session session;
    private final Adjustment adjustment;
    private final boolean gives;
    private final Optional<String> approver;
    private final AdjustmentLimits limits;
    private final ActorsShare share;
    private final Draft draft;

    Adjusting(Session session, Adjustment adjustment, Optional<String> approver) {
        this.session = session;
        this.adjustment = adjustment;
        this.gives = adjustment.direction() == Direction.ADD;
        this.approver = approver;
        this.limits = session.program().adjustments();
        this.share = new ActorsShare(session, adjustment);
        this.draft = session.draft();
    }

    Decided decide() {
        Optional<Refusal> refusal =
                tooMany().or(this::unapproved).or(share::refusal).or(this::impossible);
        return refusal.isPresent() ? session.refused(refusal.get()) : book();
    }

    private Optional<Refusal> tooMany() {
        return !session.member().charity() && adjustment.points() > limits.most()
                ? Optional.of(new Refusal.LimitReached("points of one adjustment", limits.most()))
                : Optional.empty();
    }

    private Optional<Refusal> unapproved() {
        return limits.needsApproval(adjustment.points()) && approver.isEmpty()
                ? limits.alone().map(limit -> new Refusal.ApprovalNeeded(adjustment.points(), limit))
                : Optional.empty();
    }

    private Optional<Refusal> impossible() {
        long points = adjustment.points();
        if (gives) {
            return Bounds.of(draft.account(), points);
        }
        return points > draft.available()
                ? Optional.of(new Refusal.InsufficientPoints(session.requestId(), points, draft.available()))
                : Optional.empty();
    }

    private Decided book() {
        String subject = adjustment.subject().orElseThrow();
        boolean undone = session.state().order().filter(OrderPosition::whole).isPresent();
        Outright outright = new Outright(session, RULE);
        long given = gives ? adjustment.points() : 0;
        List<Award> awards = gives ? List.of(outright.award(given, adjustment.reason())) : List.of();
        draft.change(new Change.OrderSet(outright.position(subject, given, stakes(outright))));
        share.use().ifPresent(draft::change);
        session.book(draft, session.now(), Optional.empty(), awards);
        if (undone) {
            new Reversing(session, subject).deferred();
        }
        return session.booked();
    }

    private List<Stake> stakes(Outright outright) {
        return gives
                ? List.of(outright.give(draft, session.requestId(), outright.terms(adjustment.points())))
                : Taking.of(session, draft, adjustment.points(), Bucket.REVOKED);
    }
}
