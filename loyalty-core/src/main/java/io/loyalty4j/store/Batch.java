package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.Collection;
import java.util.List;

/**
 * What a store is to write of one member: all of it, if the account still has the version it had when it was read, or nothing.
 *
 * @param before the account as it was read
 * @param postings that lead from it to what it is after; at least one
 * @param orders positions that changed, as they now are
 * @param lots that were opened or moved, as they now are; also those that have nothing left, which are kept
 */
public record Batch(
        Account before, Account after, List<Posting> postings, Collection<OrderPosition> orders, Collection<Lot> lots) {
    public MemberId member() {
        return after.member();
    }

    /** What the postings send to other members, to be kept until it is delivered. */
    public List<Message> messages() {
        return Message.of(postings);
    }
}
