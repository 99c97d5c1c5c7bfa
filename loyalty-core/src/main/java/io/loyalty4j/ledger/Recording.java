package io.loyalty4j.ledger;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.Heard;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.OrderPosition.Counting;
import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.Present;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books an activity and what its rules give, and keeps a position of it, so that it can be undone. */
final class Recording {
    private final Session session;
    private final Activity activity;
    private final String subject;
    private final Optional<Instant> usable;
    private final boolean shared;

    Recording(Session session, Activity activity) {
        this(session, activity, activity.subject().orElseThrow(), Optional.empty());
    }

    /**
     * A referrer's share, which is booked as an activity of theirs.
     *
     * @param subject the name of its position
     * @param usable before when its points are not
     */
    Recording(Session session, Activity activity, String subject, Optional<Instant> usable) {
        this.session = session;
        this.activity = activity;
        this.subject = subject;
        this.usable = usable;
        this.shared = usable.isPresent();
    }

    Decided decide() {
        Optional<Refusal> refusal = session.stranger()
                .or(session::blocked)
                .or(() -> session.future(activity.doneAt()))
                .or(this::unknownKind)
                .or(() -> Bounds.of(session.account(), 0));
        return refusal.isPresent() ? session.refused(refusal.get()) : book();
    }

    /** Whatever is known of its kind. */
    Decided book() {
        Instant done = session.occurred(activity.doneAt());
        Draft draft = session.draft();
        Earning earning = new Earning(session, draft, Optional.empty(), done, usable, new Earlier(session, subject, 1));
        Occurrence occasion = occasion(draft, done);
        Earned earned = earning.ask(occasion);
        Optional<Yield> yield = earning.comesTo(earned);
        if (yield.isEmpty()) {
            return session.refused(Bounds.points());
        }
        boolean undone = session.state().order().filter(OrderPosition::whole).isPresent();
        earning.book(earned, yield.get(), Issue.points(yield.get().awards()));
        draft.change(new Change.OrderSet(position(occasion, earning, earned, yield.get())));
        climb(draft, done, Issue.points(yield.get().awards()));
        session.book(draft, done, Optional.empty(), yield.get().awards());
        new Returning(session, subject).deferred(undone);
        return session.booked();
    }

    /** Why rules give nothing. */
    Heard heard() {
        Draft draft = session.draft();
        Instant done = session.occurred(activity.doneAt());
        Occurrence occasion = occasion(draft, done);
        Earning earning = new Earning(session, draft, Optional.empty(), done, usable, new Earlier(session, subject, 1));
        List<Silence> unheard =
                earning.comesTo(earning.ask(occasion)).map(Yield::unheard).orElse(List.of());
        return session.program().plan().hear(occasion, session.memory()).with(unheard);
    }

    private Occurrence occasion(Draft draft, Instant done) {
        return Occurrence.of(session.program(), draft.account(), session.state().profile(), activity, done);
    }

    private Delta position(Occurrence occasion, Earning earning, Earned earned, Yield yield) {
        return new Earlier(session, subject, 1)
                .position()
                .to(State.PURCHASED)
                .revision(1)
                .occurredAt(occasion.at())
                .terms(earning.terms(earned, yield, occasion.past(), BigDecimal.ONE, Map.of())
                        .counting(counting(occasion.at())))
                .tally(Tally.of(Issue.points(yield.awards()), 0))
                .stakes(earning.stakes())
                .delta();
    }

    /** Points count where the ladder is by points; a share of what a friend bought does not. */
    private Optional<Counting> counting(Instant done) {
        Standing.Terms ladder = session.program().ladder();
        return ladder.measure().equals(TierLadder.POINTS) && !shared
                ? Optional.of(Climbing.counting(ladder, done, session.present(done)))
                : Optional.empty();
    }

    private void climb(Draft draft, Instant done, long points) {
        Present present = session.present(done);
        counting(done)
                .filter(how -> points > 0)
                .ifPresent(how -> draft.setStanding(draft.standing()
                        .counted(how.period(), BigDecimal.valueOf(points), done, present)
                        .settled(present)));
    }

    private Optional<Refusal> unknownKind() {
        EarnPlan plan = session.program().plan();
        return plan.knows(activity.kind())
                ? Optional.empty()
                : Optional.of(new Refusal.ActivityNotInProgram(activity.kind(), List.copyOf(plan.activities())));
    }
}
