package io.loyalty4j.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a member comes to.
 *
 * @param reminders to tell now, in the order in which they fell due
 * @param next when something may fall due if nothing else happens, always later than the look; empty if never
 * @param seen what the look itself adds to the memory; {@link Reminder#told} adds each reminder to it
 */
record Due(List<Reminder> reminders, Optional<Instant> next, Memory seen) {
    Due {
        reminders = List.copyOf(reminders);
    }
}
