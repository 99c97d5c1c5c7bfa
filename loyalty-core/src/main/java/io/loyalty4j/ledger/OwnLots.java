package io.loyalty4j.ledger;

import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;

/** The lots that a command opened, closed ones too, while they are given a later last day. */
final class OwnLots {
    private final Session session;
    private final String of;
    private final Draft draft;

    /**
     * Of what a command gave.
     *
     * @param of the name of its position
     */
    OwnLots(Session session, String of) {
        this.session = session;
        this.of = of;
        this.draft = session.draft();
    }

    Draft draft() {
        return draft;
    }

    List<Lot> all() {
        List<Stake> stakes = session.state().order().map(OrderPosition::stakes).orElse(List.of());
        return stakes.stream()
                .filter(Stake::own)
                .map(stake -> draft.lot(stake.lot()))
                .toList();
    }

    Decided refused(String why) {
        return session.refused(new Refusal.LastDayNotAccepted(of, why));
    }

    Decided booked() {
        Optional<String> order = Optional.of(of).filter(name -> !name.startsWith("~"));
        session.book(draft, session.now(), order, List.of());
        return session.booked();
    }
}
