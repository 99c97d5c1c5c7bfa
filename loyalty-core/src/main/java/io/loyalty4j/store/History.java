package io.loyalty4j.store;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;
import java.util.stream.Stream;

/** The journal, read. Whoever reads a stream closes it, may leave it before its end, and may write meanwhile: what has been read is not moved by that. */
public interface History {
    /** A member's, in the order in which they were written. */
    Stream<Posting> postings(MemberId member);

    /**
     * Some of a member's, in their order. A store should read no more than these.
     *
     * @param afterVersion behind which they begin; 0 for the first
     * @param limit at most so many
     */
    default Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return postings(member)
                .dropWhile(posting -> posting.header().version() <= afterVersion)
                .limit(limit);
    }

    /** The one that a request id of this member has led to. */
    Optional<Posting> posting(MemberId member, String requestId);

    /** Everybody's: all of one member together and in their order, members in any. */
    Stream<Posting> postings();
}
