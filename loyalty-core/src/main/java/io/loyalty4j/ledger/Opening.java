package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Count;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.EarlierOrders;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.OpeningBalance.OpeningLot;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.Present;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.TierLadder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Books what a member brings from an earlier program. */
final class Opening {
    static final String RULE = "~opening";

    private final Session session;
    private final LoyaltyProgram program;
    private final OpeningBalance opening;
    private final Outright outright;

    Opening(Session session, OpeningBalance opening) {
        this.session = session;
        this.program = session.program();
        this.opening = opening;
        this.outright = new Outright(session, RULE);
    }

    Decided decide() {
        Draft draft = session.draft();
        long points = opening.lots().stream().mapToLong(OpeningLot::points).sum();
        Optional<Refusal> refusal = session.stranger()
                .or(session::over)
                .or(() -> unknownTier(program, opening.tier()))
                .or(() -> session.future(lastOrder()))
                .or(() -> Bounds.of(draft.account(), points));
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        List<Stake> stakes = lots(draft);
        count(draft);
        Present present = session.present(session.now());
        draft.setStanding(standing(draft.standing(), present).settled(present));
        draft.change(new Change.OrderSet(outright.position(opening.subject().orElseThrow(), points, stakes)));
        List<Award> awards = points == 0 ? List.of() : List.of(outright.award(points, opening.id()));
        session.book(draft, session.now(), Optional.empty(), awards);
        return session.booked();
    }

    /** Orders of before count for rules that ask how many there were, and when the last was; in tiers that count orders only those of the program do. */
    private void count(Draft draft) {
        opening.orders().ifPresent(orders -> {
            Count count = new Count(Account.ORDERS, orders.times(), Optional.empty(), Optional.empty());
            draft.count(count, session.now());
        });
        lastOrder()
                .map(at -> session.occurred(Optional.of(at)))
                .ifPresent(at -> LatestOrder.note(draft, at.toEpochMilli()));
    }

    /** The first instant of its day, as its time is not known: so it is no later than any other order of that day, nor than now where it is today. */
    private Optional<Instant> lastOrder() {
        return opening.orders()
                .flatMap(EarlierOrders::day)
                .map(day -> day.atStartOfDay(program.zone()).toInstant());
    }

    private List<Stake> lots(Draft draft) {
        List<Stake> stakes = new ArrayList<>();
        for (OpeningLot lot : opening.lots()) {
            stakes.add(outright.give(draft, session.requestId() + "/" + stakes.size(), terms(lot)));
        }
        return stakes;
    }

    /** A last day takes the place of the program's expiry, as a date by age or, where there is none, as the date that inactivity would lead to. */
    private LotTerms terms(OpeningLot lot) {
        LotTerms terms = outright.terms(lot.points());
        return lot.until()
                .map(day -> OtherTerms.lapsingAt(terms, session.endOf(day)))
                .orElse(terms);
    }

    private Standing standing(Standing before, Present present) {
        boolean counts = before.terms().measure().equals(TierLadder.SPEND)
                && opening.spend().signum() > 0;
        Standing spent = counts ? before.counted(session.now(), opening.spend(), present) : before;
        return opening.tier()
                .map(tier -> spent.given(
                        "~" + session.requestId(),
                        tier,
                        session.now(),
                        opening.tierUntil().map(session::endOf)))
                .orElse(spent);
    }

    /** A refusal of a tier that the program has not. */
    static Optional<Refusal> unknownTier(LoyaltyProgram program, Optional<String> code) {
        List<String> known =
                program.ladder().rungs().stream().map(Standing.Rung::tier).toList();
        return code.filter(tier -> !known.contains(tier)).map(tier -> new Refusal.TierNotInProgram(tier, known));
    }
}
