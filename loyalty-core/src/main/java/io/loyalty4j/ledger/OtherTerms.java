package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Optional;

/** Terms of a lot, changed by people of the shop; grace after a return can still be given. */
final class OtherTerms {
    private OtherTerms() {}

    /** With another end: by inactivity if the lot has that, else by age. */
    static LotTerms lapsingAt(LotTerms terms, Instant end) {
        Optional<Instant> byAge = terms.idleAt().isPresent() ? Optional.empty() : Optional.of(end);
        return ending(terms, byAge, terms.idleAt().map(idle -> end));
    }

    /** Good until an instant at least. */
    static LotTerms extendedTo(LotTerms terms, Instant end) {
        return ending(
                terms,
                terms.expires().map(known -> later(known, end)),
                terms.idleAt().map(known -> later(known, end)));
    }

    /** For points that take the place of some of the lot's. */
    static LotTerms inherited(LotTerms terms, String by, long points) {
        return new LotTerms(
                by,
                terms.order(),
                points,
                terms.opened(),
                terms.activates(),
                terms.expires(),
                terms.idleAt(),
                terms.redated());
    }

    private static LotTerms ending(LotTerms terms, Optional<Instant> byAge, Optional<Instant> idle) {
        return new LotTerms(
                terms.source(),
                terms.order(),
                terms.original(),
                terms.opened(),
                terms.activates(),
                byAge,
                idle,
                terms.redated());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
