package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;

/**
 * A stamp card as an order found it: the card that was open keeps the terms under which it was begun, those after it have the rule's.
 *
 * @param stamps that were on the open card; less than 0 if returned goods owe some
 * @param openSize stamps that fill the open card
 * @param openWorth points or rewards for it
 * @param size stamps that fill a new card
 * @param most stamps that one order can bring
 */
public record Card(long stamps, long openSize, long openWorth, long size, long most) {
    Reason open() {
        return Reason.of("card-open", Long.toString(stamps), Long.toString(openSize));
    }

    /** Cards that so many stamps more fill; none of them none, whatever came back onto the open card. */
    long filled(long more) {
        long reached = stamps + Math.min(more, most);
        return more == 0 || reached < openSize ? 0 : 1 + (reached - openSize) / size;
    }

    /** What the filled cards are worth, at so much for each but the one that was open. */
    long worth(long more, long each) {
        long filled = filled(more);
        return filled == 0 ? 0 : Math.addExact(openWorth, Math.multiplyExact(filled - 1, each));
    }

    /** By how much the stamps on the open card change. */
    long change(long more) {
        long filled = filled(more);
        long used = filled == 0 ? 0 : openSize + (filled - 1) * size;
        return Math.min(more, most) - used;
    }
}
