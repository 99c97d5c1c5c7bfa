package io.loyalty4j.earn;

/**
 * The first half of a sentence: so many stamps. A stamp is a piece of the lines that the rule is {@code on}, or an activity. A card that has been begun
 * keeps its terms when the program changes; the stamps of an order that comes back go with it, and with them what its card has given.
 */
public interface StampCard {
    /** Points for each full card. */
    EarnRule givingPoints(long points);

    /** A reward for each full card: one of the program's that asks for a voucher. */
    EarnRule givingReward(String reward);
}
