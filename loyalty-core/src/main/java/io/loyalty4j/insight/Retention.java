package io.loyalty4j.insight;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * How many customers stayed over a period: {@code retention = (E - N) / S}, and {@code churn = 1 - retention}, as marketing texts define the customer
 * retention rate.
 *
 * @param atStart S, customers when it began
 * @param gained N, customers at its end who were none when it began: new, or won back
 * @param atEnd E, customers when it ended
 */
public record Retention(long atStart, long gained, long atEnd) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is below 0, more were gained than there are, or more stayed than there were
     */
    public Retention {
        Bounds.check(0 <= gained && gained <= atEnd, gained + " gained of " + atEnd + " at the end");
        Bounds.check(
                atEnd - gained <= atStart, (atEnd - gained) + " of " + atEnd + " stayed where " + atStart + " were");
    }

    /** Of a period from one instant to another. */
    public static Retention of(Stream<Customer> customers, Active active, Instant from, Instant until) {
        Bounds.period(from, until);
        long[] counts = new long[3];
        customers.sequential().forEach(customer -> {
            boolean before = active.at(customer, from);
            boolean after = active.at(customer, until);
            counts[0] += before ? 1 : 0;
            counts[1] += after && !before ? 1 : 0;
            counts[2] += after ? 1 : 0;
        });
        return new Retention(counts[0], counts[1], counts[2]);
    }

    public long kept() {
        return atEnd - gained;
    }

    public long lost() {
        return atStart - kept();
    }

    public Share rate() {
        return new Share(kept(), atStart);
    }

    public Share churn() {
        return new Share(lost(), atStart);
    }
}
