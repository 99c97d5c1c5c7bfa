package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How a store reads and writes once, for {@link Updates}. Thread-safe. */
@FunctionalInterface
public interface Attempts {
    /** The number from which on a store that can lock what it reads should. */
    int LOCKING = 3;

    /**
     * Reads what is wanted of each member, has it decided, and writes what was decided, each member's batch whole or not at all: all in one transaction, or
     * each member in its own.
     *
     * @param number 1 for the first attempt; from {@link #LOCKING} on others are to be kept away from what is read
     * @param decide of what was read of a member; empty if nothing is to be written. To be asked once for each member. It does not throw
     * @return members of whom nothing was written because their account has another version than the one read
     * @throws AttemptFailed if another attempt may succeed
     */
    Set<MemberId> attempt(int number, List<Reading> wanted, Function<Loaded, Optional<Batch>> decide);
}
