package io.loyalty4j.notify;

import java.time.Instant;
import java.util.Comparator;

/**
 * That a member was told something.
 *
 * @param moment the program's id of it
 * @param cause what it was about, of its moment
 * @param until from when on nothing depends on it
 */
record Told(String moment, String cause, Instant at, Instant until) {
    static final Comparator<Told> IN_TIME =
            Comparator.comparing(Told::at).thenComparing(Told::moment).thenComparing(Told::cause);

    boolean is(String otherMoment, String otherCause) {
        return moment.equals(otherMoment) && cause.equals(otherCause);
    }
}
