package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;

import io.loyalty4j.ledger.OrderPosition.Stake;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Gives the points of a command a later last day: those that are left, or those that have lapsed. */
final class Prolonging {
    private final Session session;
    private final LoyaltyProgram program;
    private final String of;
    private final Draft draft;

    /**
     * Of what a command gave.
     *
     * @param of the name of its position
     */
    Prolonging(Session session, String of) {
        this.session = session;
        this.program = session.program();
        this.of = of;
        this.draft = session.draft();
    }

    /** Those that would lapse earlier; others are left as they are. */
    Decided extend(LocalDate lastDay) {
        Instant end = end(lastDay);
        List<Lot> left = own().stream().filter(lot -> lot.remaining() > 0).toList();
        List<Lot> earlier = left.stream()
                .filter(lot -> draft.lapse(lot).filter(end::isAfter).isPresent())
                .toList();
        if (earlier.isEmpty()) {
            return refused(left.isEmpty() ? "nothing of them is left" : "none of them lapse before that");
        }
        earlier.forEach(lot -> draft.extend(lot.id(), end));
        return booked();
    }

    Decided reinstate(LocalDate lastDay) {
        Optional<Period> most = program.reinstatableFor();
        Instant end = end(lastDay);
        if (most.isEmpty()) {
            return refused("the program brings none back");
        }
        if (!end.isAfter(session.now())) {
            return refused("that day is over");
        }
        List<Lot> lapsed = own().stream()
                .filter(lot -> lot.in(EXPIRED) > 0 && recently(lot, most.get()))
                .toList();
        long points = lapsed.stream().mapToLong(lot -> lot.in(EXPIRED)).sum();
        if (lapsed.isEmpty() || Issue.beyondLimits(draft.account(), points)) {
            return lapsed.isEmpty()
                    ? refused("none of them lapsed less than " + most.get() + " ago")
                    : session.refused(Issue.limit());
        }
        lapsed.forEach(lot -> reinstate(lot, end));
        return booked();
    }

    private void reinstate(Lot lot, Instant end) {
        draft.extend(lot.id(), end);
        draft.move(lot.id(), EXPIRED, AVAILABLE, lot.in(EXPIRED));
        draft.payDebt(lot.id(), lot.in(EXPIRED));
    }

    /** A lot that lapsed for inactivity counts from the last that the member did, even if that was after it lapsed. */
    private boolean recently(Lot lot, Period most) {
        Instant lapse = draft.lapse(lot).filter(session.now()::isAfter).orElse(session.now());
        return lapse.atZone(program.zone()).plus(most).toInstant().isAfter(session.now());
    }

    /** The lots that the command opened, closed ones too. */
    private List<Lot> own() {
        List<Stake> stakes = session.state().order().map(OrderPosition::stakes).orElse(List.of());
        return stakes.stream()
                .filter(Stake::own)
                .map(stake -> draft.lot(stake.lot()))
                .toList();
    }

    private Instant end(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(program.zone()).toInstant();
    }

    private Decided refused(String why) {
        return session.refused(new Refusal.LastDayNotAccepted(of, why));
    }

    private Decided booked() {
        Optional<String> order = Optional.of(of).filter(name -> !name.startsWith("~"));
        session.book(draft, session.now(), order, List.of());
        return session.booked();
    }
}
