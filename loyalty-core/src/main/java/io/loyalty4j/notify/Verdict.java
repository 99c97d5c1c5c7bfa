package io.loyalty4j.notify;

import java.time.Instant;

/** Whether an event goes to a member by one way. */
sealed interface Verdict {
    /** It goes now. */
    record Send() implements Verdict {}

    /**
     * It is to be asked about again.
     *
     * @param reason for a person to read
     */
    record Wait(Instant until, String reason) implements Verdict {}

    /**
     * It never goes.
     *
     * @param reason for a person to read
     */
    record HoldBack(String reason) implements Verdict {}
}
