package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Points that no rule gives: usable at once, and kept in a position of their own, so that they can be undone or given a later end. */
final class Outright {
    private final Session session;
    private final String rule;

    /**
     * Points of a kind.
     *
     * @param rule stands for the rule in awards; no rule has such an id
     */
    Outright(Session session, String rule) {
        this.session = session;
        this.rule = rule;
    }

    Award award(long points, String why) {
        return new Award(rule, Optional.empty(), points, points, Reason.of("custom", why));
    }

    /** The program's terms for points given now. */
    LotTerms terms(long points) {
        LoyaltyProgram program = session.program();
        Instant now = session.now();
        return new LotTerms(
                session.requestId(),
                Optional.empty(),
                points,
                now,
                now,
                program.expiry().byAge(now, program.zone()),
                program.expiry().byInactivity(now, program.zone()),
                false);
    }

    /** Opens a lot and fills it; what is owed is paid first. */
    Stake give(Draft draft, String lot, LotTerms terms) {
        draft.open(lot, terms);
        draft.move(lot, Bucket.ISSUED, Bucket.AVAILABLE, terms.original());
        draft.payDebt(lot, terms.original());
        return new Stake(lot, true, terms.original(), 0);
    }

    /** What is kept of it. */
    Delta position(String subject, long issued, List<Stake> stakes) {
        return OrderPosition.of(session.member(), subject)
                .to(State.PURCHASED)
                .revision(1)
                .occurredAt(session.now())
                .terms(Promise.of(session.program(), rule, issued))
                .tally(Tally.of(issued, 0))
                .stakes(stakes)
                .delta();
    }
}
