package io.loyalty4j.store;

/** An attempt to write that did not come to an end; another may. */
public final class AttemptFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Throwable reason;
    private final boolean unknown;

    private AttemptFailed(Throwable cause, boolean unknown) {
        super(cause);
        this.reason = cause;
        this.unknown = unknown;
    }

    /** Nothing was written. */
    public static AttemptFailed undone(Throwable cause) {
        return new AttemptFailed(cause, false);
    }

    /** It may have been written, or may yet be. */
    public static AttemptFailed unknown(Throwable cause) {
        return new AttemptFailed(cause, true);
    }

    /** What happened. */
    Throwable reason() {
        return reason;
    }

    boolean unknown() {
        return unknown;
    }
}
