package io.loyalty4j;

import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what adjustments would come to, one after the other; nothing is booked or claimed. Not thread-safe. */
final class Preview implements BulkGranting.Giving {
    private final Booking booking;
    private final LoyaltyStore store;
    private final Clock clock;
    private final Map<String, Long> left = new HashMap<>();

    Preview(Booking booking, LoyaltyStore store, Clock clock) {
        this.booking = booking;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> give(Adjustment part, Optional<String> approver) {
        Optional<Posting> first = store.posting(part.member(), part.requestId());
        return first.isPresent()
                ? first.get()
                        .header()
                        .fingerprint()
                        .difference(Fingerprint.of(part))
                        .map(field -> new Refusal.RequestConflicts(part.requestId(), field))
                : decide(part, Circumstances.at(clock.instant()).approvedBy(approver));
    }

    private Optional<Refusal> decide(Adjustment part, Circumstances now) {
        Demand.of(postings(booking.trial(part, now)))
                .forEach(each -> left.computeIfAbsent(each.key(), name -> each.limit() - store.taken(name)));
        Decided decided = booking.trial(part, now.granting(left));
        Demand.of(postings(decided)).forEach(each -> left.merge(each.key(), -each.amount(), Math::addExact));
        return decided instanceof Decided.Refuse refuse ? Optional.of(refuse.why()) : Optional.empty();
    }

    private static List<Posting> postings(Decided decided) {
        return decided instanceof Decided.Book book ? book.postings() : List.of();
    }
}
