package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an order has reserved.
 *
 * @param until the order's time-out, which choosing other rewards does not put off
 */
public record Reserved(List<String> rewards, Optional<Instant> until) {
    static final Reserved NOTHING = new Reserved(List.of(), Optional.empty());

    public Reserved {
        rewards = List.copyOf(rewards);
    }
}
