package io.loyalty4j.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Amounts that all members share: a campaign's budget, or, with a limit of one, whatever only one may have. Claimed before a decision and settled after it,
 * each by itself and at once, so that nobody waits for another's decision. {@link Allotment} does the sums.
 */
public interface Allotments {
    /**
     * Grants what is wanted, or what is left of the limit if that is less: used and open grants together never exceed it. Who asks again while the grant
     * is open is answered with the larger of what it has and what it can have now, never counted twice, and the grant's age begins anew. After a settlement
     * a claim is a new one. Whoever wants nothing changes nothing.
     */
    long claim(String allotment, String claimant, long wanted, long limit, Instant at);

    /**
     * Turns an open grant into use: what is used stays so for ever, the rest is given back. Nothing happens without an open grant.
     *
     * @throws IllegalArgumentException if less than nothing or more than the grant is used
     */
    void settle(String allotment, String claimant, long used);

    /** Used and openly granted together. */
    long taken(String allotment);

    /** Who has it: the first that used something of it; while nobody has, the one whose open grant is the oldest. */
    Optional<String> claimant(String allotment);

    /** Claims that were made before an instant and are not settled, the oldest first. */
    List<Claim> unsettled(Instant before, int limit);

    /**
     * An open grant.
     *
     * @param at when it was asked for last
     */
    record Claim(String allotment, String claimant, Instant at) {}
}
