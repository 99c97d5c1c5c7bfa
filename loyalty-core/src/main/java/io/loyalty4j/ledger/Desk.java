package io.loyalty4j.ledger;

import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Extension;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.Reinstatement;
import io.loyalty4j.shop.StaffCommand;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.StatusChange.Kind;
import io.loyalty4j.shop.TierGrant;
import java.util.Optional;

/** Where people of the shop are served: not for their own account, and nothing but what comes back for one that is closed. */
final class Desk {
    private final Session session;
    private final StaffCommand command;

    Desk(Session session, StaffCommand command) {
        this.session = session;
        this.command = command;
    }

    Decided decide() {
        Optional<Refusal> refusal = session.stranger().or(this::ownAccount).or(this::over);
        return refusal.isPresent() ? session.refused(refusal.get()) : dispatch();
    }

    private Decided dispatch() {
        if (command instanceof Adjustment adjustment) {
            return new Adjusting(session, adjustment, approver()).decide();
        }
        if (command instanceof Adjustment.Reversal reversal) {
            return new Reversing(session, reversal.subject().orElseThrow()).decide();
        }
        if (command instanceof Extension extension) {
            return new Extending(session, extension).decide();
        }
        if (command instanceof Reinstatement reinstatement) {
            return new Reinstating(session, reinstatement).decide();
        }
        if (command instanceof TierGrant grant) {
            return new Granting(session, grant.subject().orElseThrow()).give(grant);
        }
        if (command instanceof TierGrant.Withdrawal withdrawal) {
            return new Granting(session, withdrawal.subject().orElseThrow()).withdraw();
        }
        if (command instanceof Merge merge) {
            return new Merging(session, merge).decide();
        }
        return new StatusChanging(session, (StatusChange) command).decide();
    }

    private Optional<Refusal> ownAccount() {
        boolean theirAffair =
                command instanceof StatusChange change && (change.kind() == Kind.CLOSE || change.kind() == Kind.FORGET);
        return !theirAffair && own(command.actor())
                ? Optional.of(new Refusal.OwnAccount(command.actor()))
                : Optional.empty();
    }

    private boolean own(String person) {
        return person.equals(session.member().value())
                || session.state()
                        .profile()
                        .flatMap(Member::person)
                        .filter(person::equals)
                        .isPresent();
    }

    private Optional<Refusal> over() {
        boolean also = command instanceof StatusChange || command instanceof Adjustment.Reversal;
        return also ? Optional.empty() : session.over();
    }

    /** Who approved it, if that is neither who asks nor the member. */
    private Optional<String> approver() {
        return session.circumstances().approver().filter(person -> !person.equals(command.actor()) && !own(person));
    }

    Posting.Person person() {
        return new Posting.Person(command.actor(), command.reason(), approver());
    }
}
