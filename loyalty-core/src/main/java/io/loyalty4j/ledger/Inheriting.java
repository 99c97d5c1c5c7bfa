package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REVOKED;
import static io.loyalty4j.ledger.Bucket.TRANSFERRED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.Estate;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.tier.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The other side of a merge: an account takes what another had. Debt is taken as points sent back that were not there, so that over both accounts each bucket
 * adds up. It is never refused, for a refusal would lose the points.
 */
final class Inheriting {
    private final Session session;
    private final Merge.Inheritance inheritance;
    private final Draft draft;

    Inheriting(Session session, Merge.Inheritance inheritance) {
        this.session = session;
        this.inheritance = inheritance;
        this.draft = session.draft();
    }

    Decided decide() {
        Estate estate = inheritance.estate();
        owe(estate.debt());
        List<Award> awards = new ArrayList<>();
        estate.parts().forEach(part -> awards.add(take(part, session.requestId() + "#" + awards.size())));
        estate.owed().keySet().stream()
                .sorted()
                .forEach(order -> collect(order, estate.owed().getOrDefault(order, 0L)));
        estate.counts().forEach(this::count);
        Present present = session.present(session.now());
        draft.setStanding(
                Progressing.with(draft.standing(), estate.progress(), present).settled(present));
        estate.idleAt().ifPresent(draft::active);
        session.book(draft, session.now(), Optional.empty(), awards);
        return session.booked();
    }

    private Award take(Estate.Part part, String lot) {
        draft.open(
                lot,
                new LotTerms(
                        session.requestId(),
                        Optional.empty(),
                        part.points(),
                        part.opened(),
                        part.activates(),
                        part.expires(),
                        part.idleAt(),
                        part.redated()));
        if (part.activates().isAfter(session.now())) {
            draft.move(lot, ISSUED, PENDING, part.points());
        } else {
            draft.move(lot, ISSUED, AVAILABLE, part.points());
            draft.payDebt(lot, part.points());
        }
        return new Award(
                Estates.RULE,
                Optional.empty(),
                part.points(),
                part.points(),
                Reason.of("transferred", inheritance.from().value()));
    }

    private void owe(long points) {
        if (points > 0) {
            String lot = session.requestId() + "#debt";
            draft.open(
                    lot,
                    new Issue(session, draft, lot, Optional.empty(), session.now(), Optional.of(session.now()))
                            .terms(0));
            draft.move(lot, DEBT, TRANSFERRED, points);
            StandIns.owed(draft, List.of(lot), points);
            draft.paying(session.program().policy(PayingOrder.class))
                    .forEach(each -> draft.payDebt(each.id(), each.in(AVAILABLE)));
        }
    }

    /** What returns could not collect there is collected here; what is missing still, whatever is freed later. */
    private void collect(String order, long points) {
        long taken = Taking.of(session, draft, points, REVOKED).stream()
                .mapToLong(Stake::points)
                .sum();
        long left = points - taken;
        String name = Shortfalls.counter(Estates.foreign(inheritance.from(), order));
        if (left > 0) {
            draft.set(name, new Counter(draft.counted(name) + left, Optional.empty(), Optional.empty()));
        }
    }

    private void count(Estate.Count count) {
        String name = MembershipYear.renamed(
                count.name(),
                draft.account().since(),
                session.now(),
                session.program().zone());
        if (name.equals(Account.LAST_ORDER)) {
            LatestOrder.note(draft, count.by());
        } else if (Voucher.concerns(name)) {
            Voucher.change(draft, name, count.by(), count.terms(), session.now());
        } else if (CodeCounter.is(name)) {
            CodeCounter.inherit(draft, count, inheritance.from());
        } else if (name.startsWith("card/")) {
            Optional<String> terms = draft.counters().containsKey(name) ? Optional.empty() : count.terms();
            draft.stamp(new Count(name, count.by(), Optional.empty(), terms));
        } else if (count.by() < 0) {
            draft.uncount(name, -count.by());
        } else {
            draft.count(new Count(name, count.by(), count.until(), count.terms()), session.now());
        }
    }
}
