package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.TRANSFERRED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.Estate;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Empties an account: its points leave, its debt is paid as if the other account had sent the points, and what it was is written down for the other. */
final class Estates {
    static final String RULE = "~merge";

    private final Session session;
    private final Draft draft;
    private final List<Award> awards = new ArrayList<>();

    Estates(Session session, Draft draft) {
        this.session = session;
        this.draft = draft;
    }

    /** The order of another account, by a name that no order has. */
    static String foreign(MemberId member, String order) {
        return order.startsWith("~") ? order : "~" + member + "/" + order;
    }

    /** What is given to pay the debt. */
    List<Award> awards() {
        return awards;
    }

    boolean nothing() {
        return draft.lots().stream().allMatch(lot -> lot.in(PENDING) + lot.in(AVAILABLE) == 0)
                && draft.debt() == 0
                && owed().isEmpty();
    }

    /** Everything that can be moved is moved. */
    Estate leave(List<Estate.Count> counts, Estate.Progress progress) {
        List<Estate.Part> parts = parts();
        long debt = draft.debt();
        payDebt(debt);
        Map<String, Long> owed = owed();
        owed.keySet().forEach(order -> draft.uncount(Shortfalls.counter(order), owed.getOrDefault(order, 0L)));
        return new Estate(parts, debt, owed, counts, progress, draft.idleAt());
    }

    private List<Estate.Part> parts() {
        List<Estate.Part> parts = new ArrayList<>();
        for (Lot lot : draft.lots()) {
            long pending = lot.in(PENDING);
            draft.move(lot.id(), PENDING, AVAILABLE, pending);
            long points = pending + lot.in(AVAILABLE);
            draft.move(lot.id(), AVAILABLE, TRANSFERRED, points);
            if (points > 0) {
                LotTerms terms = lot.terms();
                parts.add(new Estate.Part(
                        points, terms.opened(), terms.activates(), terms.expires(), terms.idleAt(), terms.redated()));
            }
        }
        return parts;
    }

    private void payDebt(long debt) {
        if (debt > 0) {
            String lot = "~merge/" + session.nextVersion();
            draft.open(lot, new Issue(session, draft, lot, Optional.empty(), session.now()).terms(debt));
            draft.move(lot, ISSUED, AVAILABLE, debt);
            draft.payDebt(lot, debt);
            awards.add(new Award(RULE, Optional.empty(), debt, debt, Reason.of("merge-debt")));
        }
    }

    private Map<String, Long> owed() {
        Map<String, Long> owed = new HashMap<>();
        draft.counters().forEach((name, counter) -> {
            if (Shortfalls.is(name) && counter.value() > 0) {
                owed.put(Shortfalls.order(name), counter.value());
            }
        });
        return owed;
    }
}
