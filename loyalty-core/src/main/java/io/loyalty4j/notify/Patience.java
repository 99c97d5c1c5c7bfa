package io.loyalty4j.notify;

import java.time.Duration;

/**
 * How long delivery waits for notifiers. Clocks of the machines that tell may differ by less than a lease.
 *
 * @param attempts after so many that failed an event is parked, and the member's next one follows; 1 to 100
 * @param firstPause after the first failure, in mean; each further one is twice as long
 * @param longestPause of them
 * @param timeLimit of one call of a notifier; it is interrupted then, and has failed unless it returns all the same
 * @param lease how long a member's events are kept from other machines while one delivers them; longer than the time limits of all channels, and one
 *     more
 * @param threads how many members are told at once; a thread that a notifier does not give back within a lease is replaced, up to 64 in all
 */
public record Patience(
        int attempts, Duration firstPause, Duration longestPause, Duration timeLimit, Duration lease, int threads) {
    /** Ten attempts within some six hours, ten seconds for each, a lease of a minute, four members at once. */
    public static final Patience DEFAULT = new Patience(
            10, Duration.ofSeconds(30), Duration.ofHours(2), Duration.ofSeconds(10), Duration.ofMinutes(1), 4);

    /**
     * Checks that it can be kept.
     *
     * @throws IllegalArgumentException if a number is out of bounds, a time is not positive, or the lease is not longer than two time limits
     */
    public Patience {
        if (attempts < 1 || attempts > 100 || threads < 1 || threads > 64) {
            throw new IllegalArgumentException(
                    attempts + " attempts are not between 1 and 100, or " + threads + " threads not between 1 and 64");
        }
        if (!positive(firstPause) || !positive(timeLimit) || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("the first pause of " + firstPause + ", the longest of " + longestPause
                    + " and the time limit of " + timeLimit + " are not positive, or out of order");
        }
        if (lease.compareTo(timeLimit.multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException(
                    "a lease of " + lease + " is no longer than two time limits of " + timeLimit);
        }
    }

    /** For so many channels, which an event is told by one after the other. */
    void check(int channels) {
        if (lease.compareTo(timeLimit.multipliedBy(channels + 1L)) <= 0) {
            throw new IllegalArgumentException("a lease of " + lease + " is no longer than the time limits of "
                    + timeLimit + " of " + channels + " channels, and one more");
        }
    }

    private static boolean positive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }
}
