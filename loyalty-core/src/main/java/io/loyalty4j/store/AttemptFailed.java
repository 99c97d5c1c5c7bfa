package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.Set;

/** An attempt to write that did not come to an end. */
public final class AttemptFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Throwable reason;
    private final Kind kind;
    private final transient Set<MemberId> unwritten;

    private AttemptFailed(Throwable cause, Kind kind, Set<MemberId> unwritten) {
        super(cause);
        this.reason = cause;
        this.kind = kind;
        this.unwritten = Set.copyOf(unwritten);
    }

    /** Nothing was written; another attempt may do better. */
    public static AttemptFailed undone(Throwable cause) {
        return new AttemptFailed(cause, Kind.UNDONE, Set.of());
    }

    /** It may have been written, or may yet be; another attempt will see. */
    public static AttemptFailed unknown(Throwable cause) {
        return new AttemptFailed(cause, Kind.UNKNOWN, Set.of());
    }

    /** Nothing was written, and no other attempt would write anything, whatever it is about. */
    public static AttemptFailed forAll(Throwable cause) {
        return new AttemptFailed(cause, Kind.FOR_ALL, Set.of());
    }

    /** The same, and nothing of some members was to be written. */
    public AttemptFailed without(Set<MemberId> others) {
        return new AttemptFailed(reason, kind, others);
    }

    Throwable reason() {
        return reason;
    }

    Kind kind() {
        return kind;
    }

    Set<MemberId> unwritten() {
        return unwritten;
    }

    /** What became of it. */
    enum Kind {
        UNDONE,
        UNKNOWN,
        FOR_ALL
    }
}
