package io.loyalty4j.examples.replay;

import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order that was cancelled whole within the hour, with nothing else bought in between: the member must end with the points of before.
 *
 * @param before available points before the order
 * @param between after the order
 * @param after after its cancellation
 */
record CancelledAtOnce(
        MemberId member, String order, long pieces, Duration delay, long before, long between, long after) {
    private static final Duration AT_ONCE = Duration.ofHours(1);

    /** All of a member's, read off the journal. Where some of an order came back at once and the rest later, the last return counts. */
    static List<CancelledAtOnce> of(MemberId member, LoyaltyStore store) {
        Map<String, CancelledAtOnce> found = new LinkedHashMap<>();
        Optional<Purchase> last = Optional.empty();
        long before = 0;
        for (Posting posting : Snapshot.journal(store, member)) {
            if (posting.header().requestId().startsWith("order/")) {
                last = Optional.of(new Purchase(posting, before));
            } else if (posting.header().requestId().startsWith("refund/")) {
                posting.header().order().ifPresent(found::remove);
                last = last.filter(purchase -> purchase.isOf(posting.header().order()));
                last.flatMap(purchase -> of(purchase, posting, store)).ifPresent(one -> found.put(one.order(), one));
            }
            before = posting.after().available();
        }
        return List.copyOf(found.values());
    }

    private static Optional<CancelledAtOnce> of(Purchase purchase, Posting refund, LoyaltyStore store) {
        Posting bought = purchase.posting();
        MemberId member = bought.header().member();
        Duration delay =
                Duration.between(bought.header().occurredAt(), refund.header().occurredAt());
        return bought.header()
                .order()
                .filter(order -> delay.compareTo(AT_ONCE) <= 0)
                .flatMap(order -> store.order(member, order))
                .filter(position -> position.state() == State.RETURNED)
                .map(position -> new CancelledAtOnce(
                        member,
                        position.order(),
                        pieces(position),
                        delay,
                        purchase.before(),
                        bought.after().available(),
                        refund.after().available()));
    }

    private static long pieces(OrderPosition position) {
        return position.lines().stream().mapToLong(OrderPosition.Line::quantity).sum();
    }

    boolean leavesPointsWhereTheyWere() {
        return before == after;
    }

    /** @param before available points before it */
    private record Purchase(Posting posting, long before) {
        boolean isOf(Optional<String> order) {
            return posting.header().order().equals(order);
        }
    }
}
