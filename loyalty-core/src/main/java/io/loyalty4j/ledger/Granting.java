package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.tier.Present;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Books a tier that people of the shop give, and its end; a grant that was withdrawn before it came ends when it comes. */
final class Granting {
    private final Session session;
    private final String subject;
    private final Present present;

    /**
     * For one grant.
     *
     * @param subject its name, for its position and in the standing
     */
    Granting(Session session, String subject) {
        this.session = session;
        this.subject = subject;
        this.present = session.present(session.now());
    }

    Decided give(TierGrant grant) {
        Optional<Refusal> refusal = Opening.unknownTier(session.program(), Optional.of(grant.tier()))
                .or(() -> over(grant.lastDay()));
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        boolean withdrawn = session.state().order().filter(OrderPosition::whole).isPresent();
        Draft draft = session.draft();
        Optional<Instant> until = grant.lastDay().map(session::endOf);
        draft.setStanding(draft.standing()
                .given(subject, grant.tier(), session.now(), until)
                .settled(present));
        draft.change(new Change.TierGranted(subject, grant.tier(), grant.lastDay()));
        draft.change(new Change.OrderSet(new Outright(session, "~tier").position(subject, 0, List.of())));
        session.book(draft, session.now(), Optional.empty(), List.of());
        if (withdrawn) {
            Draft behind = new Draft(session.state());
            end(behind);
            session.book(behind.finish(session.header(Kind.DEFERRED, session.now()), List.of()));
        }
        return session.booked();
    }

    private Optional<Refusal> over(Optional<LocalDate> lastDay) {
        LocalDate today = session.now().atZone(session.program().zone()).toLocalDate();
        return lastDay.filter(today::isAfter).map(day -> new Refusal.LastDayOver(day, today));
    }

    Decided withdraw() {
        Draft draft = session.draft();
        end(draft);
        session.book(draft, session.now(), Optional.empty(), List.of());
        return session.booked();
    }

    private void end(Draft draft) {
        draft.setStanding(draft.standing().withdrawn(subject, session.now()).settled(present));
        draft.change(new Change.TierWithdrawn(subject));
        OrderPosition position = session.state().order().orElseGet(() -> OrderPosition.of(session.member(), subject));
        draft.change(
                new Change.OrderSet(position.to(State.CANCELLED).revision(1).delta()));
    }
}
