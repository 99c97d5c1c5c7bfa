package io.loyalty4j.ledger;

import io.loyalty4j.shop.Extension;
import java.time.Instant;
import java.util.List;

/** Gives what is left of the points of a command a later last day; lots that lapse later anyway stay as they are. */
final class Extending {
    private final OwnLots own;
    private final Draft draft;
    private final Instant end;

    Extending(Session session, Extension extension) {
        this.own = new OwnLots(session, extension.of());
        this.draft = own.draft();
        this.end = session.endOf(extension.lastDay().orElseThrow());
    }

    Decided decide() {
        List<Lot> left = own.all().stream().filter(lot -> lot.remaining() > 0).toList();
        List<Lot> earlier = left.stream()
                .filter(lot -> draft.lapse(lot).filter(end::isAfter).isPresent())
                .toList();
        if (earlier.isEmpty()) {
            return own.refused(left.isEmpty() ? "nothing of them is left" : "none of them lapse before that");
        }
        earlier.forEach(lot -> draft.extend(lot.id(), end));
        return own.booked();
    }
}
