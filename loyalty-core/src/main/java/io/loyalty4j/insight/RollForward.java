package io.loyalty4j.insight;

/**
 * How the points that members have became what they are: opening + issued + added + received + restored + reinstated + returned - redeemed - expired - revoked - withdrawn
 * - transferred = closing. The balances are pending, available and held points less debts of all members, as their last postings state them; the flows are the
 * sums of entries, so that the two prove each other.
 *
 * @param opening when the period began; below 0 if members owe more than others have
 * @param closing when it ended
 */
public record RollForward(long opening, Flows flows, long closing) {
    /**
     * Checks that it ties out to the point.
     *
     * @throws IllegalArgumentException if the flows do not lead from the opening to the closing balance
     */
    public RollForward {
        if (Math.addExact(opening, flows.net()) != closing) {
            throw new IllegalArgumentException(
                    opening + " and " + flows.net() + " of " + flows.points() + " are not " + closing);
        }
    }

    /** Nothing moved. */
    static RollForward quiet(long balance) {
        return new RollForward(balance, Flows.NONE, balance);
    }

    /** Both together, of one time. */
    public RollForward plus(RollForward other) {
        return new RollForward(
                Math.addExact(opening, other.opening), flows.plus(other.flows), Math.addExact(closing, other.closing));
    }

    /**
     * The two periods as one.
     *
     * @throws IllegalArgumentException if the next does not open with what this closes with
     */
    public RollForward then(RollForward next) {
        return new RollForward(opening, flows.plus(next.flows), next.closing);
    }
}
