package io.loyalty4j;

import io.loyalty4j.ledger.Change;
import java.util.List;

/** A decision would use budgets that were not claimed; it is made again with a claim. */
final class Unclaimed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Change.Granted> asked;

    Unclaimed(List<Change.Granted> asked) {
        super("budgets must be claimed first: " + asked);
        this.asked = asked;
    }

    List<Change.Granted> asked() {
        return asked;
    }
}
