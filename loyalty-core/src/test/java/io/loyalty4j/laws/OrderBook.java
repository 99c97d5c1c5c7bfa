package io.loyalty4j.laws;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an order gave and took, from the entries alone: nothing is taken back that it did not give, and nothing given back that it did not take. */
final class OrderBook {
    static final String CLAW_BACK = "5 a claw-back never exceeds what the order issued";
    static final String RESTORED = "5 restored is at most redeemed, per order and lot";
    static final String CLAW_ORDER = "5 claw-back takes own pending, own available, own expired, others";
    private static final String OWED = "owed/";

    private final String lot;
    private final Map<String, Long> taken = new HashMap<>();
    private long issued;
    private long revoked;

    private OrderBook(String order) {
        this.lot = order.startsWith("~") ? order.substring(1) : "order/" + order + "@1";
    }

    /** Takes note of a posting; what releases collected for earlier returns is told by the counters that fell. */
    static void track(Map<String, OrderBook> orders, Posting posting, Account before, Sums sums) {
        Map<String, Long> collected = collected(posting, before);
        collected.forEach((order, points) -> of(orders, order).revoke(order, points));
        subject(posting).ifPresent(order -> {
            OrderBook book = of(orders, order);
            posting.entries().forEach(entry -> book.add(order, entry));
            long all = posting.entries().stream()
                    .filter(entry -> entry.to() == REVOKED)
                    .mapToLong(Entry::points)
                    .sum();
            long others = collected.values().stream().mapToLong(Long::longValue).sum();
            book.revoke(order, all - others);
            if (others == 0) {
                book.sequence(posting, sums);
            }
        });
    }

    /** The order or activity that a posting is about. */
    static Optional<String> subject(Posting posting) {
        return posting.header()
                .order()
                .or(() -> posting.changes().stream()
                        .filter(Change.OrderSet.class::isInstance)
                        .map(change -> ((Change.OrderSet) change).delta().order())
                        .findFirst());
    }

    private static OrderBook of(Map<String, OrderBook> orders, String order) {
        return orders.computeIfAbsent(order, OrderBook::new);
    }

    private static Map<String, Long> collected(Posting posting, Account before) {
        Map<String, Long> last = new HashMap<>();
        posting.changes().forEach(change -> {
            if (change instanceof Change.CounterSet set && set.name().startsWith(OWED)) {
                last.put(set.name().substring(OWED.length()), set.counter().value());
            }
        });
        Map<String, Long> collected = new HashMap<>();
        last.forEach((order, value) -> {
            Counter known = before.counters().get(OWED + order);
            long fell = (known == null ? 0 : known.value()) - value;
            if (fell > 0 && !subject(posting).filter(order::equals).isPresent()) {
                collected.put(order, fell);
            }
        });
        return collected;
    }

    private void revoke(String order, long points) {
        revoked += points;
        LawBroken.unless(revoked <= issued, CLAW_BACK, () -> order + " gave " + issued + " and lost " + revoked);
    }

    private void add(String order, Entry entry) {
        if (entry.from() == ISSUED) {
            issued += entry.points();
        } else if (entry.to() == REDEEMED) {
            taken.merge(entry.lot(), entry.points(), Long::sum);
        } else if (entry.from() == REDEEMED) {
            long left = taken.merge(entry.lot(), -entry.points(), Long::sum);
            LawBroken.unless(left >= 0, RESTORED, () -> order + " gave back " + -left + " more into " + entry.lot());
        }
    }

    /** A bucket later in the order is touched only when the ones before it are empty. */
    private void sequence(Posting posting, Sums sums) {
        boolean others = posting.entries().stream()
                .anyMatch(entry -> entry.to() == REVOKED
                        && (entry.from() == Bucket.DEBT || !entry.lot().equals(lot)));
        boolean expired = others || took(posting, EXPIRED);
        boolean available = expired || took(posting, AVAILABLE);
        boolean inOrder = (!available || sums.of(lot, PENDING) == 0)
                && (!expired || sums.of(lot, AVAILABLE) == 0)
                && (!others || sums.of(lot, EXPIRED) == 0);
        LawBroken.unless(inOrder, CLAW_ORDER, () -> lot + " has " + sums.of(lot) + " left after " + posting);
    }

    private boolean took(Posting posting, Bucket from) {
        return posting.entries().stream()
                .anyMatch(entry -> entry.lot().equals(lot) && entry.from() == from && entry.to() == REVOKED);
    }
}
