package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What members are still to be told. Each commit of postings leaves the member's as {@link Contact#after} says, together with the postings or not at all; all
 * else is written through {@link #keep}.
 */
public interface Contacts {
    /** Those that are due at an instant, the longest due first; of one instant in the order of their ids. A store should read no more than these. */
    List<Contact> contacts(Instant due, int limit);

    Optional<Contact> contact(MemberId member);

    /**
     * Writes one, or deletes it, if the one that is there is still the one that was seen.
     *
     * @param seen compared whole; empty if there was none
     * @param next empty to delete it
     * @return whether it was written; of many who have seen the same, one writes
     */
    boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next);
}
