package io.loyalty4j.simulation;

/** One point. */
final class Token {
    final Grant grant;
    /** Whether it was never given: an order took it on credit. */
    final boolean borrowed;

    Where where;
    /** The order that took it, or the hold that keeps it. */
    String taker = "";
    /** The higher, the later it was taken. */
    int turn;
    /** Whether it lapsed while it was held, though its grant was given grace. */
    boolean stale;

    Token(Grant grant, Where where, boolean borrowed) {
        this.grant = grant;
        this.where = where;
        this.borrowed = borrowed;
    }

    Token copy(Grant ofCopy) {
        Token copy = new Token(ofCopy, where, borrowed);
        copy.taker = taker;
        copy.turn = turn;
        copy.stale = stale;
        return copy;
    }

    boolean outstanding() {
        return where == Where.PENDING || where == Where.AVAILABLE || where == Where.HELD;
    }

    /** Where a point is. */
    enum Where {
        PENDING,
        AVAILABLE,
        HELD,
        REDEEMED,
        EXPIRED,
        REVOKED,
        /** It paid for one that was owed. */
        PAID
    }
}
