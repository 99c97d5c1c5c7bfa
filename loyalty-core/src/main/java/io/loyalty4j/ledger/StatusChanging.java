package io.loyalty4j.ledger;

import io.loyalty4j.ledger.Account.Status;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.StatusChange.Kind;
import java.util.List;
import java.util.Optional;

/** Freezes, reopens, closes or forgets an account; one that is closed can only be forgotten. */
final class StatusChanging {
    private final Session session;
    private final StatusChange change;

    StatusChanging(Session session, StatusChange change) {
        this.session = session;
        this.change = change;
    }

    Decided decide() {
        Status status = session.state().account().status();
        boolean possible = !status.over() || (status == Status.CLOSED && change.kind() == Kind.FORGET);
        if (!possible) {
            return session.refused(new Refusal.AccountBlocked(status.name()));
        }
        Draft draft = session.draft();
        draft.become(next());
        session.book(draft, session.now(), Optional.empty(), List.of());
        return session.booked();
    }

    private Status next() {
        return switch (change.kind()) {
            case FREEZE -> Status.FROZEN;
            case UNFREEZE -> Status.OPEN;
            case CLOSE -> Status.CLOSED;
            case FORGET -> Status.FORGOTTEN;
        };
    }
}
