package io.loyalty4j.store;

import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.State;

/** What to do with a state. Pure: it may be asked again on another state, and its last answer counts. */
@FunctionalInterface
public interface Decision {
    Decided on(State state);
}
