package io.loyalty4j;

/** A decision came so late that its claims may have been given back. */
final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLate() {
        super("the claims of budgets are too old to be used; send the command again");
    }
}
