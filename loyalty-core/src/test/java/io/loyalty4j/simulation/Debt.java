package io.loyalty4j.simulation;

/** One point that the member owes, or owed. */
final class Debt {
    /** For which of them it is owed. */
    final Grant grant;
    /** Whether an order took it on credit; else a return called for it in vain. */
    final boolean borrowed;
    /** How many postings there were when it began. */
    final long since;
    /** Whether tokens of the grant were with an order then, so that what pays goes in their place. */
    final boolean elsewhere;

    boolean settled;

    Debt(Grant grant, boolean borrowed, long since, boolean elsewhere) {
        this.grant = grant;
        this.borrowed = borrowed;
        this.since = since;
        this.elsewhere = elsewhere;
    }

    Debt copy(Grant ofCopy) {
        Debt copy = new Debt(ofCopy, borrowed, since, elsewhere);
        copy.settled = settled;
        return copy;
    }
}
