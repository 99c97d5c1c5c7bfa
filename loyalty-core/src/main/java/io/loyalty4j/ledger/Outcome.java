package io.loyalty4j.ledger;

import io.loyalty4j.shop.LoyaltyException.RefusedException;
import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/** What became of a command. A refusal is an answer, not a fault. */
public sealed interface Outcome {
    /**
     * What it came to.
     *
     * @throws RefusedException if it was refused
     */
    Receipt receipt();

    /** Why it was refused; empty if it was not. */
    default Optional<Refusal> refusal() {
        return Optional.empty();
    }

    /** Booked now. */
    record Applied(Receipt receipt) implements Outcome {}

    /** Booked before, or in force already: the first receipt again. */
    record Replayed(Receipt receipt) implements Outcome {}

    /** Nothing was written. */
    record Refused(Refusal reason) implements Outcome {
        @Override
        public Receipt receipt() {
            throw new RefusedException(reason);
        }

        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(reason);
        }
    }
}
