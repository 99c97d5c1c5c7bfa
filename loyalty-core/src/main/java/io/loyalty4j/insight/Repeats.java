package io.loyalty4j.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a customer came back, as models of repeat buying know it: {@code x}, {@code t_x} and {@code T}. Several orders of one day are one; orders that came back
 * were a sign of life too.
 *
 * @param frequency days with orders after the first such day
 * @param recencyDays from the first day with an order to the last one; 0 if there is one only
 * @param ageDays from the first day with an order to the last day that is looked at
 */
public record Repeats(int frequency, long recencyDays, long ageDays) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is below zero, there are more repeats than days, or repeats later than the customer is old
     */
    public Repeats {
        Bounds.check(
                0 <= frequency && frequency <= recencyDays && (frequency > 0 || recencyDays == 0),
                frequency + " repeats in " + recencyDays + " days");
        Bounds.check(recencyDays <= ageDays, "repeats in " + recencyDays + " days of " + ageDays);
    }

    /**
     * As it is known just before an instant; empty if nothing was bought by then.
     *
     * @param until the day just before it is the last one that is looked at
     * @param zone of the days
     */
    public static Optional<Repeats> of(Customer customer, Instant until, ZoneId zone) {
        SortedSet<LocalDate> days =
                new TreeSet<>(BuyingDays.of(customer, until, zone).keySet());
        LocalDate last = until.minusNanos(1).atZone(zone).toLocalDate();
        return days.isEmpty() ? Optional.empty() : Optional.of(of(days, last));
    }

    /** Of days with orders, at least one, as it is known at the end of a day that is none before them. */
    static Repeats of(SortedSet<LocalDate> days, LocalDate last) {
        LocalDate first = days.first();
        return new Repeats(
                days.size() - 1, ChronoUnit.DAYS.between(first, days.last()), ChronoUnit.DAYS.between(first, last));
    }
}
