package io.loyalty4j.ledger;

import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.OrderPosition.Counting;
import io.loyalty4j.tier.Present;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** How the booking of an order moves its member's standing; an edit moves it by the difference, in the period in which the order counted first. */
final class Climbing {
    private final Standing before;
    private final Standing.Terms ladder;
    private final Present present;
    private final Earlier earlier;
    private final Editing editing;
    private final Instant placedAt;

    Climbing(Session session, Draft draft, Earlier earlier, Editing editing, Instant placedAt) {
        this.before = draft.standing();
        this.ladder = before.terms();
        this.present = session.present(placedAt);
        this.earlier = earlier;
        this.editing = editing;
        this.placedAt = placedAt;
    }

    boolean byPoints() {
        return ladder.measure().equals(TierLadder.POINTS);
    }

    /**
     * Where the member stands after the order.
     *
     * @param yield needed where points count
     */
    Standing after(Optional<Yield> yield) {
        if (!earlier.countsUnder(ladder)) {
            return before;
        }
        BigDecimal more = editing.counts(yield).subtract(earlier.counted());
        if (more.signum() < 0) {
            return before.takenBack(period(), more.negate(), present);
        }
        return more.signum() == 0 ? before : before.counted(period(), more, placedAt, present);
    }

    /** How the order counts from now on. */
    Optional<Counting> counting() {
        return earlier.countsUnder(ladder)
                ? Optional.of(new Counting(ladder.measure(), ladder.per(), period()))
                : earlier.counting();
    }

    private LocalDate period() {
        return earlier.counting()
                .filter(how -> ladder.countsAs(how.measure(), how.per()))
                .map(Counting::period)
                .orElseGet(() -> present.periodOf(
                        ladder.per(), placedAt.atZone(present.zone()).toLocalDate()));
    }

    /** The same for what is done beside orders. */
    static Counting counting(Standing.Terms ladder, Instant at, Present present) {
        return new Counting(
                ladder.measure(),
                ladder.per(),
                present.periodOf(ladder.per(), at.atZone(present.zone()).toLocalDate()));
    }
}
