package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.Flows;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Points given, as {@link Flows#given()} has them: those issued less those taken back. What had expired before a return stays given, and expired. */
final class Given {
    /** In words, for the page. */
    static final String WORDS =
            "Points given are those issued less those taken back with returns. What had expired before a return is not taken back; it stays given, and expired.";

    private Given() {}

    static Map<MemberId, Long> byMember(Stream<Posting> journal) {
        Map<MemberId, Long> given = new TreeMap<>();
        journal.forEach(posting -> given.merge(posting.header().member(), of(posting), Math::addExact));
        return given;
    }

    /** By the order that they were given or taken back for. */
    static Map<OrderKey, Long> byOrder(Stream<Posting> journal) {
        Map<OrderKey, Long> given = new HashMap<>();
        journal.forEach(
                posting -> OrderKey.of(posting).ifPresent(key -> given.merge(key, of(posting), Math::addExact)));
        return given;
    }

    private static long of(Posting posting) {
        return posting.entries().stream().mapToLong(Given::of).sum();
    }

    private static long of(Entry entry) {
        if (entry.from() == Bucket.ISSUED) {
            return entry.points();
        }
        return entry.to() == Bucket.REVOKED && entry.from() != Bucket.EXPIRED ? -entry.points() : 0;
    }

    /** An order's id is its member's. */
    record OrderKey(MemberId member, String order) {
        static Optional<OrderKey> of(Posting posting) {
            return posting.header()
                    .order()
                    .map(order -> new OrderKey(posting.header().member(), order));
        }
    }
}
