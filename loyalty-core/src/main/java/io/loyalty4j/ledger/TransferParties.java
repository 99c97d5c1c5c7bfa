package io.loyalty4j.ledger;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.Enrolment;
import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/** Who may send points, and who may have them: the one place where the state of either account speaks against it. */
final class TransferParties {
    private TransferParties() {}

    /** Why the session's member may not send any. */
    static Optional<Refusal> sender(Session session) {
        return session.stranger().or(session::blocked);
    }

    /** Why somebody may not be sent any, as far as it can be seen from the sender's side. */
    static Optional<Refusal> receiver(LoyaltyProgram program, MemberId receiver, Optional<Account> account) {
        boolean unknown = program.policy(Enrolment.class) == Enrolment.EXPLICIT
                && account.filter(other -> other.status() == Account.Status.NEW).isPresent();
        return receiver.reserved() || unknown
                ? Optional.of(new Refusal.NotAMember(receiver))
                : account.<Refusal>flatMap(
                                other -> other.mergedInto().map(into -> new AccountRefusal.Merged(receiver, into)))
                        .or(() -> account.map(Account::status)
                                .filter(Account.Status::over)
                                .map(status -> new Refusal.AccountBlocked(status.name())));
    }

    /** Why nobody is behind the session's account. */
    static Optional<Refusal> known(Session session) {
        return session.state().account().status() == Account.Status.NEW
                ? Optional.of(new Refusal.NotAMember(session.member()))
                : Optional.empty();
    }

    /** Why points that have been sent cannot be taken, for good. That the receiver may have some was seen when they were sent. */
    static Optional<Refusal> arrival(Session session, long points) {
        Optional<Refusal> over = session.over();
        if (over.isPresent()) {
            return over;
        }
        return Bounds.of(session.account(), points);
    }
}
