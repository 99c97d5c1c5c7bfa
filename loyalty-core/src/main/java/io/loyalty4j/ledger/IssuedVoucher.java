package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A voucher that was given with a code. The code is for the member alone: {@link #toString()} does not tell it.
 *
 * @param reward that it opens
 * @param code as it is shown and typed; empty if who answers has not the key it was made with
 * @param until the first instant at which it is over
 */
public record IssuedVoucher(String reward, Optional<String> code, Instant until) {
    @Override
    public String toString() {
        return "a voucher for " + reward + ", good until " + until;
    }
}
