package io.loyalty4j;

import java.util.List;

/** A decision would use what was not claimed; it is made again with a claim. */
final class Unclaimed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Demand> asked;

    Unclaimed(List<Demand> asked) {
        super("to be claimed first: " + asked);
        this.asked = asked;
    }

    List<Demand> asked() {
        return asked;
    }
}
