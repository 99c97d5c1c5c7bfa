package io.loyalty4j.examples.replay;

/** The store that was asked for cannot be had. */
public final class UnusableStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableStoreException(String why) {
        super(why);
    }
}
