package io.loyalty4j.ledger;

import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Estate;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import java.util.List;
import java.util.Optional;

/** What still comes to an account that was given up, or is taken from it, goes on to the account it was merged into, in a posting of its own. */
final class PassingOn {
    /** So many accounts pass a thing on, so that those that were merged into each other at one moment do not for ever. */
    private static final int MOST_HOPS = 16;

    private final Session session;
    private final Account begun;

    PassingOn(Session session, Account begun) {
        this.session = session;
        this.begun = begun;
    }

    void after(Command command) {
        Optional<MemberId> into = session.state().account().mergedInto();
        int hops = command instanceof Merge.Inheritance inheritance ? inheritance.hops() + 1 : 0;
        if (into.isEmpty() || command instanceof Merge || hops > MOST_HOPS) {
            return;
        }
        Draft draft = new Draft(session.state());
        Estates estates = new Estates(session, draft);
        List<Estate.Count> counts = Counted.between(begun, session.state().account());
        Estate.Progress progress = progress(command);
        if (estates.nothing()
                && counts.isEmpty()
                && progress.amounts().isEmpty()
                && progress.spans().isEmpty()) {
            return;
        }
        Estate estate = estates.leave(counts, progress);
        draft.setStanding(draft.standing().withoutSpans());
        draft.change(new Change.Sent(
                new Merge.Inheritance(into.get(), session.member(), session.nextVersion(), estate, hops)));
        session.book(draft.finish(session.header(Kind.DEFERRED, session.now()), estates.awards()));
    }

    private Estate.Progress progress(Command command) {
        return command instanceof Merge.Inheritance inheritance
                ? inheritance.estate().progress()
                : Progressing.between(
                        begun.standing().settled(session.present(session.now())),
                        session.state().account().standing());
    }
}
