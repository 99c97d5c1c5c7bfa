package io.loyalty4j.examples.lifetime;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.examples.replay.ReplayedSample;
import io.loyalty4j.insight.Customer;
import io.loyalty4j.insight.Purchase;
import io.loyalty4j.insight.RepeatSpend;
import io.loyalty4j.insight.Repeats;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * Customers and what they ordered.
 *
 * @param zone of its days
 */
record OrderHistory(String name, List<Customer> customers, Currency currency, ZoneId zone) {
    /** The made-up history that ships with the examples, as the engine booked it. */
    static OrderHistory sample() {
        LoyaltyProgram program = BeautyInsider.in("GBP", "Europe/London");
        try (Stream<Posting> postings = ReplayedSample.under(program).postings()) {
            List<Customer> customers = Customer.of(postings, Instant.MAX).toList();
            return new OrderHistory("the sample history", customers, program.currency(), program.zone());
        }
    }

    /** The last day with an order. */
    LocalDate end() {
        return customers.stream()
                .flatMap(customer -> customer.purchases().stream())
                .map(Purchase::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .atZone(zone)
                .toLocalDate();
    }

    /** What is known of buyers at the end of a day. */
    List<Buyer> buyers(LocalDate last) {
        Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
        return customers.stream()
                .flatMap(customer -> Repeats.of(customer, until, zone).stream()
                        .map(repeats -> new Buyer(customer, repeats, RepeatSpend.of(customer, until, zone))))
                .toList();
    }

    /** A customer, and what models know of them. */
    record Buyer(Customer customer, Repeats repeats, RepeatSpend spend) {}
}
