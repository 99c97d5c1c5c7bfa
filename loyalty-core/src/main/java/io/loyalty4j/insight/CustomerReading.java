package io.loyalty4j.insight;

import io.loyalty4j.ledger.Posting;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/** Reads a journal member by member. */
final class CustomerReading extends Spliterators.AbstractSpliterator<Customer> {
    private final Iterator<Posting> postings;
    private final Instant until;
    private Optional<CustomerDraft> next = Optional.empty();

    CustomerReading(Iterator<Posting> postings, Instant until) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.postings = postings;
        this.until = until;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Customer> action) {
        Optional<CustomerDraft> done = Optional.empty();
        while (done.isEmpty() && postings.hasNext()) {
            done = add(postings.next());
        }
        if (done.isEmpty()) {
            done = next;
            next = Optional.empty();
        }
        done.ifPresent(draft -> action.accept(draft.customer()));
        return done.isPresent();
    }

    /** Gives the customer that is over with it. */
    private Optional<CustomerDraft> add(Posting posting) {
        Posting.Header header = posting.header();
        if (header.member().reserved() || !header.recordedAt().isBefore(until)) {
            return Optional.empty();
        }
        Optional<CustomerDraft> before = next.filter(draft -> !draft.isOf(posting));
        CustomerDraft draft =
                next.filter(known -> known.isOf(posting)).orElseGet(() -> CustomerDraft.beginning(posting));
        draft.add(posting);
        next = Optional.of(draft);
        return before;
    }
}
