package io.loyalty4j.examples.replay;

/** The store that was asked for cannot be had. */
final class UnusableStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableStoreException(String why) {
        super(why);
    }
}
