package io.loyalty4j.insight;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer while their postings pass by. */
final class CustomerDraft {
    private static final String NO_ORDER = "~";

    private final MemberId member;
    private final Instant since;
    private final Map<String, OrderPosition> orders = new HashMap<>();
    private Optional<Instant> gone = Optional.empty();

    private CustomerDraft(MemberId member, Instant since) {
        this.member = member;
        this.since = since;
    }

    /**
     * With their first posting.
     *
     * @throws IllegalStateException if it is not the first of all
     */
    static CustomerDraft beginning(Posting first) {
        MemberId member = first.header().member();
        if (first.header().version() > 1) {
            throw Bounds.incomplete(member);
        }
        return new CustomerDraft(member, first.header().occurredAt());
    }

    boolean isOf(Posting posting) {
        return posting.header().member().equals(member);
    }

    void add(Posting posting) {
        posting.changes(Change.OrderSet.class)
                .map(Change.OrderSet::delta)
                .filter(delta -> !delta.order().startsWith(NO_ORDER))
                .forEach(delta -> orders.compute(
                        delta.order(),
                        (order, known) -> OrderPosition.after(Optional.ofNullable(known), member, delta)));
        posting.changes(Change.StatusSet.class)
                .forEach(set -> gone = over(set.status())
                        ? gone.or(() -> Optional.of(posting.header().recordedAt()))
                        : Optional.empty());
    }

    /** Whether who had it is a customer no more. */
    static boolean over(Account.Status status) {
        return status.over() || status == Account.Status.MERGED;
    }

    Customer customer() {
        List<Purchase> purchases = orders.values().stream()
                .filter(OrderPosition::purchased)
                .map(position ->
                        new Purchase(position.order(), position.occurredAt(), position.price(), !position.whole()))
                .toList();
        return new Customer(member, since, gone, purchases);
    }
}
