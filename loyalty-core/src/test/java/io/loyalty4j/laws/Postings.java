package io.loyalty4j.laws;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;

/** Postings as others would have them. */
public final class Postings {
    private Postings() {}

    /** The same in another member's account, behind a posting of that. */
    public static Posting under(MemberId member, Posting posting, String previousHash) {
        Posting.Header header = posting.header();
        return new Posting(
                new Posting.Header(
                        member,
                        header.version(),
                        header.kind(),
                        header.requestId(),
                        header.fingerprint(),
                        header.order(),
                        header.occurredAt(),
                        header.recordedAt(),
                        header.programVersion(),
                        header.person()),
                posting.awards(),
                posting.entries(),
                posting.changes(),
                posting.after(),
                posting.tierAfter(),
                previousHash);
    }
}
