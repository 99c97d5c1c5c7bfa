package io.loyalty4j.ledger;

/**
 * Where points of an account can be. Per account ISSUED and DEBT are zero or less, all others zero or more; the buckets of a lot, and so of an account,
 * add up to zero.
 */
public enum Bucket {
    /** Where points come from. */
    ISSUED,
    /** Given, not usable yet; never expires. */
    PENDING,
    AVAILABLE,
    /** Reserved by an order; never expires while it is. */
    HELD,
    REDEEMED,
    /** Lapsed; people of the shop may bring it back. */
    EXPIRED,
    /** Taken back. */
    REVOKED,
    /** Sent to another member. */
    TRANSFERRED,
    /** What the member owes, as a negative number. */
    DEBT;

    /** Whether an account has zero or less of it. */
    boolean negative() {
        return this == ISSUED || this == DEBT;
    }
}
