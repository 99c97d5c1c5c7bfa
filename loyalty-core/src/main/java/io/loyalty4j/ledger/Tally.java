package io.loyalty4j.ledger;

/**
 * Points so far.
 *
 * @param due what returns have called for
 * @param clawedBack what they got, debt included; holds that were released later may have given more
 */
public record Tally(long issued, long due, long clawedBack, long redeemed, long restored) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    /** Of a purchase, or an activity. */
    static Tally of(long issued, long redeemed) {
        return new Tally(issued, 0, 0, redeemed, 0);
    }
}
