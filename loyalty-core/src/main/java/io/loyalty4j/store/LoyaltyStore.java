package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where accounts and their journals are kept. Thread-safe. Of somebody unknown there is nothing, which is no error. {@code LoyaltyStoreContract} in
 * {@code io.loyalty4j.testing} holds a store of one's own to all of it.
 */
public interface LoyaltyStore extends History, Profiles, Allotments, Outbox, Contacts, Notices {
    /** A store in this process's memory; what it has is gone with it. */
    static LoyaltyStore inMemory() {
        return new InMemoryStore();
    }

    /** The newest account; empty until something is booked for the member. */
    Optional<Account> find(MemberId member);

    /** How an order stands, as of the newest account; empty if nothing was ever booked for it. */
    Optional<OrderPosition> order(MemberId member, String order);

    /**
     * Answers a repetition with the first posting; else asks the decision, on the newest state, and commits its postings, the account, the order's
     * position, the lots, messages and the contact together or not at all. The decision may be asked several times; what it throws is thrown, and nothing is
     * written then, nor where it refuses or books nothing.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.ConflictingRequestException if the request id was used for another content
     */
    Commit update(Request request, Decision decision);

    /**
     * Several updates, answered in their order; those of one member build on each other. A conflict is answered by
     * {@link io.loyalty4j.shop.Refusal.RequestConflicts} and stops no other; any other exception is thrown in the end; those before it are
     * booked, those behind it perhaps, and sending all of them again is safe.
     */
    default List<Commit> updateAll(List<Unit> units) {
        return units.stream().map(this::updateOrRefuse).toList();
    }

    private Commit updateOrRefuse(Unit unit) {
        try {
            return update(unit.request(), unit.decision());
        } catch (ConflictingRequestException e) {
            return new Commit.Refused(new Refusal.RequestConflicts(e.requestId(), e.differingField()));
        }
    }

    /** Members whose {@link Account#nextDueAt()} is at or before an instant, the longest due first, each once. A store has an index for it. */
    List<MemberId> due(Instant now, int limit);

    /**
     * Members whose version of the program ({@link Account#program()}) came into force before an instant, those with the oldest version first. Whatever
     * the status of an account, it is among them until a later version is adopted. A store has an index for it.
     */
    List<MemberId> adoptedBefore(Instant inForceFrom, int limit);
}
