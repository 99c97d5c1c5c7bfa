package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.OrderPosition.Stake;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Adjustment.Direction;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.shop.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books points that a person of the shop gives or takes, within what the program lets one person do. */
final class Adjusting {
    static final String RULE = "~adjustment";

    private final Session session;
    private final Adjustment adjustment;
    private final Optional<String> approver;
    private final AdjustmentLimits limits;
    private final String subject;
    private final Draft draft;

    Adjusting(Session session, Adjustment adjustment, Optional<String> approver) {
        this.session = session;
        this.adjustment = adjustment;
        this.approver = approver;
        this.limits = session.program().adjustments();
        this.subject = adjustment.subject().orElseThrow();
        this.draft = session.draft();
    }

    Decided decide() {
        Optional<Refusal> refusal =
                tooMany().or(this::unapproved).or(this::tooManyOfActor).or(this::impossible);
        return refusal.isPresent() ? session.refused(refusal.get()) : book();
    }

    private Optional<Refusal> tooMany() {
        return adjustment.points() > limits.most()
                ? Optional.of(new Refusal.LimitReached("points of one adjustment", limits.most()))
                : Optional.empty();
    }

    private Optional<Refusal> unapproved() {
        return limits.needsApproval(adjustment.points()) && approver.isEmpty()
                ? limits.alone().map(limit -> new Refusal.ApprovalNeeded(adjustment.points(), limit))
                : Optional.empty();
    }

    private Optional<Refusal> tooManyOfActor() {
        return share().filter(share -> granted(share.budget()) < share.used())
                .map(share -> new Refusal.LimitReached(
                        "points that " + adjustment.actor() + " gives and takes in a period", share.limit()));
    }

    /** What is used of all that the actor may give and take. */
    private Optional<Change.Granted> share() {
        return limits.actors()
                .map(each -> new Change.Granted(
                        each.allotment(
                                adjustment.actor(),
                                session.now().atZone(session.program().zone()).toLocalDate()),
                        adjustment.points(),
                        each.points()));
    }

    /** While it is only asked what would be wanted, as much as one likes. */
    private long granted(String allotment) {
        Map<String, Long> grants = session.circumstances().grants().orElse(Map.of());
        return grants.getOrDefault(allotment, Long.MAX_VALUE);
    }

    private Optional<Refusal> impossible() {
        long points = adjustment.points();
        if (adjustment.direction() == Direction.ADD) {
            return Issue.beyondLimits(draft.account(), points) ? Optional.of(Issue.limit()) : Optional.empty();
        }
        return points > draft.available()
                ? Optional.of(new Refusal.InsufficientPoints(session.requestId(), points, draft.available()))
                : Optional.empty();
    }

    private Decided book() {
        Optional<OrderPosition> before = session.state().order();
        Outright outright = new Outright(session, RULE);
        boolean gives = adjustment.direction() == Direction.ADD;
        long given = gives ? adjustment.points() : 0;
        List<Award> awards = gives ? List.of(outright.award(given, adjustment.reason())) : List.of();
        List<Stake> stakes =
                gives ? List.of(outright.give(draft, session.requestId(), outright.terms(given))) : taken();
        draft.change(new Change.OrderSet(outright.position(subject, given, stakes)));
        share().ifPresent(draft::change);
        session.book(draft, session.now(), Optional.empty(), awards);
        if (before.filter(OrderPosition::whole).isPresent()) {
            new Reversing(session, subject).deferred();
        }
        return session.booked();
    }

    /** Takes available points, from the lots that pay first. */
    private List<Stake> taken() {
        List<Stake> taken = new ArrayList<>();
        long left = adjustment.points();
        for (Lot lot : draft.paying(session.program().policy(PayingOrder.class))) {
            long part = Math.min(left, lot.in(AVAILABLE));
            if (part > 0) {
                draft.move(lot.id(), AVAILABLE, REVOKED, part);
                taken.add(new Stake(lot.id(), false, part, 0));
                left -= part;
            }
        }
        return taken;
    }
}
