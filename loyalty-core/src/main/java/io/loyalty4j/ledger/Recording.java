package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Books an activity and the points its rules give. */
final class Recording {
    private final Session session;
    private final Activity activity;

    Recording(Session session, Activity activity) {
        this.session = session;
        this.activity = activity;
    }

    Decided decide() {
        LoyaltyProgram program = session.program();
        Instant done = session.occurred(activity.doneAt());
        Optional<Refusal> refusal =
                session.stranger().or(() -> session.future(activity.doneAt())).or(this::unknownKind);
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        Draft draft = session.draft();
        Account account = draft.account();
        Occurrence occasion = Occurrence.of(program, account, session.state().profile(), activity, done);
        Earned earned = program.plan().ask(occasion, account::counted);
        Optional<List<Award>> awards = earned.awards(program.policy(Stacking.class), program.policy(Rounding.class));
        Issue issue = new Issue(session, draft, session.requestId(), Optional.empty(), done);
        if (awards.isEmpty() || issue.beyondLimits(awards.get())) {
            return session.refused(Issue.limit());
        }
        issue.book(awards.get());
        draft.countUses(earned.uses(awards.get()), session.now());
        session.book(draft, done, Optional.empty(), awards.get());
        return session.booked();
    }

    private Optional<Refusal> unknownKind() {
        List<String> known = List.copyOf(session.program().plan().activities());
        return known.contains(activity.kind())
                ? Optional.empty()
                : Optional.of(new Refusal.ActivityNotInProgram(activity.kind(), known));
    }
}
