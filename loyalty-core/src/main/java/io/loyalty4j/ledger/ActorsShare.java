package io.loyalty4j.ledger;

import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Refusal;
import java.util.Map;
import java.util.Optional;

/** What an adjustment uses of all that one person may give and take, of all members together. */
final class ActorsShare {
    private final Session session;
    private final String actor;
    private final Optional<Change.Granted> use;

    ActorsShare(Session session, Adjustment adjustment) {
        this.session = session;
        this.actor = adjustment.actor();
        this.use = session.program()
                .adjustments()
                .actors()
                .filter(limit -> !session.member().charity())
                .map(each -> new Change.Granted(
                        each.allotment(
                                actor,
                                session.now().atZone(session.program().zone()).toLocalDate()),
                        adjustment.points(),
                        each.points()));
    }

    /** What is to be claimed; empty if there is no limit. */
    Optional<Change.Granted> use() {
        return use;
    }

    Optional<Refusal> refusal() {
        return use.filter(share -> granted(share.budget()) < share.used())
                .map(share -> new Refusal.LimitReached(
                        "points that " + actor + " gives and takes in a period", share.limit()));
    }

    /** While it is only asked what would be wanted, as much as one likes. */
    private long granted(String allotment) {
        Map<String, Long> grants = session.circumstances().grants().orElse(Map.of());
        return grants.getOrDefault(allotment, Long.MAX_VALUE);
    }
}
