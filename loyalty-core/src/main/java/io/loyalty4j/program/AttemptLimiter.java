package io.loyalty4j.program;

import io.loyalty4j.shop.Order;
import java.time.Instant;

/**
 * Limits how often wrong voucher codes may be tried. Asked about each order with a code that is not a repetition; requests that are under way at one moment
 * may see the same state, so that there can be as many misses more as there are of them. Thread-safe.
 */
public interface AttemptLimiter {
    /** Whether the order's codes are looked at; if not, they are answered as wrong ones are. Changes nothing. */
    boolean allows(Order order, Instant now);

    /** Notes that a code of the order was wrong. */
    void missed(Order order, Instant now);

    /**
     * At most so many misses of a member in any hour, on this machine: what is remembered is in memory. It remembers the 100,000 members who missed last.
     *
     * @throws IllegalArgumentException if there are none, or more than 1,000
     */
    static AttemptLimiter perHour(int misses) {
        return new MissesPerHour(misses);
    }

    /** No limit. */
    static AttemptLimiter none() {
        return new AttemptLimiter() {
            @Override
            public boolean allows(Order order, Instant now) {
                return true;
            }

            @Override
            public void missed(Order order, Instant now) {
                // nothing is counted
            }
        };
    }
}
