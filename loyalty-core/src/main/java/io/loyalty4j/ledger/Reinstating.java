package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;

import io.loyalty4j.shop.Reinstatement;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Brings back points of a command that have lapsed, with a new last day; they pay debt first. */
final class Reinstating {
    private final Session session;
    private final OwnLots own;
    private final Draft draft;
    private final Instant end;

    Reinstating(Session session, Reinstatement reinstatement) {
        this.session = session;
        this.own = new OwnLots(session, reinstatement.of());
        this.draft = own.draft();
        this.end = session.endOf(reinstatement.lastDay().orElseThrow());
    }

    Decided decide() {
        Optional<Period> most = session.program().reinstatableFor();
        String why = most.isEmpty() ? "the program brings none back" : "that day is over";
        return most.isPresent() && end.isAfter(session.now()) ? bringBack(most.get()) : own.refused(why);
    }

    private Decided bringBack(Period most) {
        List<Lot> lapsed = own.all().stream()
                .filter(lot -> lot.in(EXPIRED) > 0 && recently(lot, most))
                .toList();
        if (lapsed.isEmpty()) {
            return own.refused("none of them lapsed less than " + most + " ago");
        }
        long points = lapsed.stream().mapToLong(lot -> lot.in(EXPIRED)).sum();
        return Bounds.of(draft.account(), points).map(session::refused).orElseGet(() -> {
            lapsed.forEach(this::bringBack);
            return own.booked();
        });
    }

    private void bringBack(Lot lot) {
        draft.extend(lot.id(), end);
        draft.move(lot.id(), EXPIRED, AVAILABLE, lot.in(EXPIRED));
        draft.payDebt(lot.id(), lot.in(EXPIRED));
    }

    /** A lot that lapsed for inactivity counts from the last that the member did, even if that was after it lapsed. */
    private boolean recently(Lot lot, Period most) {
        Instant lapse = draft.lapse(lot).filter(session.now()::isAfter).orElse(session.now());
        return lapse.atZone(session.program().zone()).plus(most).toInstant().isAfter(session.now());
    }
}
