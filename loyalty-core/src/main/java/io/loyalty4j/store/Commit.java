package io.loyalty4j.store;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.Refusal;
import java.util.List;

/** What became of an update. */
public sealed interface Commit {
    /**
     * Written.
     *
     * @param postings in their order; there may be none if nothing was due
     */
    record Applied(List<Posting> postings, State after) implements Commit {}

    /** Written before, or in force already. */
    record Replayed(Posting first) implements Commit {}

    /** Not written. */
    record Refused(Refusal why) implements Commit {}
}
