package io.loyalty4j.store;

import io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * How long an update is tried.
 *
 * @param attempts at most so many; 1 or more
 * @param deadline no attempt begins later than this after the first
 * @param pause before the second attempt on average; it doubles with each, up to 200 times as long
 */
public record Retries(int attempts, Duration deadline, Duration pause) {
    /** 50 attempts within 10 seconds, the first pause 2 milliseconds. */
    public static final Retries DEFAULT = new Retries(50, Duration.ofSeconds(10), Duration.ofMillis(2));

    private static final int LONGEST = 200;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if there is no attempt, no time, or less than no pause
     */
    public Retries {
        if (attempts < 1 || deadline.isNegative() || deadline.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "retries are at least 1 attempt in some time: " + attempts + " in " + deadline);
        }
    }

    /**
     * Does something until it is done, which may be done more than once.
     *
     * @param attempt given its number, from 1; it throws {@link AttemptFailed} where another may succeed
     * @throws OutcomeUnknownException if it may have been done, and no attempt found out
     * @throws StoreFailedException if none succeeded
     */
    public <T> T run(IntFunction<T> attempt, String what) {
        long begun = System.nanoTime();
        AttemptFailed last = AttemptFailed.undone(new IllegalStateException("no attempt"));
        boolean unknown = false;
        for (int number = 1; allow(number, begun); number++) {
            try {
                return attempt.apply(number);
            } catch (AttemptFailed e) {
                last = e;
                unknown |= e.kind() == AttemptFailed.Kind.UNKNOWN;
                if (e.kind() == AttemptFailed.Kind.FOR_ALL && !unknown) {
                    throw new StoreFailedException(what + ": " + e.reason().getMessage(), e.reason());
                }
                waitBefore(number + 1);
            }
        }
        throw unknown
                ? new OutcomeUnknownException(what, last.reason())
                : new StoreFailedException(what + " was not written: the store was busy, or failed", last.reason());
    }

    /** Whether an attempt may begin: the first always, others not in a thread that was interrupted. */
    boolean allow(int attempt, long begunNanos) {
        return attempt == 1
                || (attempt <= attempts
                        && System.nanoTime() - begunNanos < deadline.toNanos()
                        && !Thread.currentThread().isInterrupted());
    }

    /** Waits before an attempt, by chance between half and one and a half of the pause, so that those who collided do not meet again. */
    void waitBefore(int attempt) {
        long mean = pause.toNanos() * Math.min(LONGEST, 1L << Math.min(20, Math.max(0, attempt - 2)));
        try {
            TimeUnit.NANOSECONDS.sleep(mean / 2 + ThreadLocalRandom.current().nextLong(mean + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
