package io.loyalty4j.insight;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of points, in bookkeepers' terms. The opening balance and all movements of a period with their signs are the closing one. Reserving, releasing
 * and paying a debt move points within what a member has, and are none of these.
 */
public enum Movement {
    /** Given, but for those that people of the shop or other members gave. */
    ISSUED(1),
    /** Given by people of the shop: an adjustment. */
    ADDED(1),
    /** From another member, whose own were transferred, or redeemed for a donation. */
    RECEIVED(1),
    /** Paid with, and back from an order. */
    RESTORED(1),
    /** Lapsed, and brought back by people of the shop. */
    REINSTATED(1),
    /** Sent to another member, and back because it could not be delivered. */
    RETURNED(1),
    /** Paid with. */
    REDEEMED(-1),
    /** Lapsed. */
    EXPIRED(-1),
    /** Taken back, debts included. */
    REVOKED(-1),
    /** Taken by people of the shop: an adjustment. */
    WITHDRAWN(-1),
    /** Sent to another member, who receives them, or left with an account that was given up. */
    TRANSFERRED(-1),
    /** Became usable; it changes no sum. */
    ACTIVATED(0);

    private final int sign;

    Movement(int sign) {
        this.sign = sign;
    }

    /** 1 if it adds to what members have, -1 if it takes from it, 0 if neither. */
    public int sign() {
        return sign;
    }

    /** Its name in reports: {@code redeemed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What an entry is; empty if it stays within what the member has, or had lost before.
     *
     * @param giver of the posting that it is in
     */
    static Optional<Movement> of(Entry entry, Giver giver) {
        return entry.from() == Bucket.ISSUED
                ? Optional.of(coming(giver))
                : leaving(entry, giver).or(() -> comingBack(entry));
    }

    private static Movement coming(Giver giver) {
        return switch (giver) {
            case PROGRAM -> ISSUED;
            case PEOPLE -> ADDED;
            case MEMBER -> RECEIVED;
        };
    }

    private static Optional<Movement> leaving(Entry entry, Giver giver) {
        return switch (entry.to()) {
            case REDEEMED -> Optional.of(REDEEMED);
            case EXPIRED -> Optional.of(EXPIRED);
            case TRANSFERRED -> Optional.of(TRANSFERRED);
            case REVOKED ->
                entry.from() == Bucket.EXPIRED
                        ? Optional.empty()
                        : Optional.of(giver == Giver.PEOPLE ? WITHDRAWN : REVOKED);
            default -> Optional.empty();
        };
    }

    private static Optional<Movement> comingBack(Entry entry) {
        if (entry.to() != Bucket.AVAILABLE) {
            return Optional.empty();
        }
        return switch (entry.from()) {
            case PENDING -> Optional.of(ACTIVATED);
            case REDEEMED -> Optional.of(RESTORED);
            case EXPIRED -> Optional.of(REINSTATED);
            case TRANSFERRED -> Optional.of(RETURNED);
            default -> Optional.empty();
        };
    }
}
