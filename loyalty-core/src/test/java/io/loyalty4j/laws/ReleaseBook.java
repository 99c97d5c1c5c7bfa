package io.loyalty4j.laws;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.Posting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What comes back from a hold: it pays debt, then what returns could not collect, and lapses where its own date has passed. */
final class ReleaseBook {
    private static final String COLLECTS = "5 released points pay what returns could not collect";
    private static final String LAPSES = "5 what was held while its lot got grace keeps the old date";

    private final Set<String> lapsed = new HashSet<>();

    void track(Posting posting, Account before, Account after) {
        posting.changes().forEach(change -> {
            if (change instanceof Change.LotRedated redated) {
                before.holds().stream()
                        .filter(hold -> hold.parts().stream()
                                .anyMatch(part -> part.lot().equals(redated.lot())))
                        .forEach(hold -> lapsed.add(hold.id() + " " + redated.lot()));
            }
        });
        boolean owes = after.counters().keySet().stream().anyMatch(name -> name.startsWith("owed/"));
        for (String lot : released(posting)) {
            long released = moved(posting, lot, HELD, AVAILABLE);
            long paid = moved(posting, lot, AVAILABLE, DEBT) + moved(posting, lot, AVAILABLE, REVOKED);
            LawBroken.unless(!owes || paid >= released, COLLECTS, () -> lot + " in " + posting);
            long gone = paid + moved(posting, lot, AVAILABLE, EXPIRED);
            LawBroken.unless(
                    !allLapsed(posting, before, lot) || gone >= released, LAPSES, () -> lot + " in " + posting);
        }
    }

    private static List<String> released(Posting posting) {
        return posting.entries().stream()
                .filter(entry -> entry.from() == HELD && entry.to() == AVAILABLE)
                .map(entry -> entry.lot())
                .distinct()
                .toList();
    }

    private static long moved(Posting posting, String lot, Bucket from, Bucket to) {
        return posting.entries().stream()
                .filter(entry -> entry.lot().equals(lot) && entry.from() == from && entry.to() == to)
                .mapToLong(entry -> entry.points())
                .sum();
    }

    private boolean allLapsed(Posting posting, Account before, String lot) {
        Set<String> closed = new HashSet<>();
        posting.changes().forEach(change -> {
            if (change instanceof Change.HoldClosed each) {
                closed.add(each.hold());
            }
        });
        return before.holds().stream()
                .filter(hold -> closed.contains(hold.id()))
                .filter(hold -> hold.parts().stream().map(Hold.Part::lot).anyMatch(lot::equals))
                .allMatch(hold -> lapsed.contains(hold.id() + " " + lot));
    }
}
