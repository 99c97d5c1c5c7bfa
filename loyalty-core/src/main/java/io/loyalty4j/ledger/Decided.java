package io.loyalty4j.ledger;

import io.loyalty4j.shop.Refusal;
import java.util.List;

/** What a decision comes to. */
public sealed interface Decided {
    /**
     * Postings to be written, all or none.
     *
     * @param after the state they lead to: {@code state.after(postings)}
     */
    record Book(List<Posting> postings, State after) implements Decided {
        public Book {
            postings = List.copyOf(postings);
        }
    }

    /**
     * The state asked for is there already; nothing is written.
     *
     * @param asIf the posting that would have been
     */
    record Unchanged(Posting asIf) implements Decided {}

    /** Nothing is written. */
    record Refuse(Refusal why) implements Decided {}
}
