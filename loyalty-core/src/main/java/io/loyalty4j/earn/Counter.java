package io.loyalty4j.earn;

import java.time.Instant;
import java.util.Optional;

/**
 * A number that rules go by: how often one was used, how far a challenge has got, how many stamps a card has.
 *
 * @param terms those under which it was begun, where they may differ from today's
 * @param until when it may be forgotten; empty if never
 */
public record Counter(long value, Optional<String> terms, Optional<Instant> until) {
    /** Whether it says nothing more at an instant; an empty stamp card still says under which terms it was begun. */
    public boolean forgotten(Instant at) {
        return (value == 0 && terms.isEmpty())
                || until.filter(end -> !end.isAfter(at)).isPresent();
    }
}
