package io.loyalty4j.ledger;

import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;

/** Opens an account; of a member who has one, only the profile changes, which is no posting. */
final class Enrolling {
    private final Session session;
    private final Member member;

    Enrolling(Session session, Member member) {
        this.session = session;
        this.member = member;
    }

    Decided decide() {
        if (member.member().guest()) {
            return session.refused(new Refusal.NotAMember(member.member()));
        }
        Optional<Refusal> over = session.over();
        if (over.isPresent()) {
            return session.refused(over.get());
        }
        boolean known = session.state().account().status() != Account.Status.NEW;
        Draft draft = session.draft();
        if (known) {
            return new Decided.Unchanged(draft.finish(
                    session.header(Kind.COMMAND, session.now(), Optional.empty(), session.requestId()), List.of()));
        }
        session.book(draft, session.now(), Optional.empty(), List.of());
        return session.booked();
    }
}
