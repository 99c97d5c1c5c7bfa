package io.loyalty4j.insight;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A member and what they bought. Two accounts of one person are two customers until one is given up for the other; what was bought as the first stays there.
 *
 * @param since when the member came
 * @param gone when the account was closed, or given up for another; empty if it is there
 * @param purchases in time, also those that came back
 */
public record Customer(MemberId member, Instant since, Optional<Instant> gone, List<Purchase> purchases) {
    public Customer {
        purchases = purchases.stream().sorted(Purchase.IN_TIME).toList();
    }

    /**
     * The customers of a journal, one after the other as they are asked for, each with what was known before an instant; who came later is left out, and so are the accounts
     * of charities.
     *
     * @param postings all of one member together and in their order, members in any, as {@code store.postings()} gives them; the caller closes it
     * @param until what was booked from then on is left out
     * @throws IllegalStateException when a customer is read whose first postings were archived; put them before the others
     */
    public static Stream<Customer> of(Stream<Posting> postings, Instant until) {
        Iterator<Posting> all = postings.sequential().iterator();
        return StreamSupport.stream(new CustomerReading(all, until), false);
    }

    /** Whether there was such a member just before an instant. */
    boolean there(Instant instant) {
        return since.isBefore(instant) && gone.filter(instant::isAfter).isEmpty();
    }

    /** When orders were placed in a time, in their order; one that came back was a sign of life too. */
    List<Instant> placed(Instant from, Instant until) {
        return purchases.stream()
                .map(Purchase::at)
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .toList();
    }
}
