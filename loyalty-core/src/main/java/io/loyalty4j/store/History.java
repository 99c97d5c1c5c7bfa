package io.loyalty4j.store;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;
import java.util.stream.Stream;

/** The journal, read. Streams are to be closed. */
public interface History {
    /** A member's, in the order in which they were written. */
    Stream<Posting> postings(MemberId member);

    /** The one that a request id names. */
    Optional<Posting> posting(MemberId member, String requestId);

    /** Everybody's; those of one member in their order. */
    Stream<Posting> postings();
}
