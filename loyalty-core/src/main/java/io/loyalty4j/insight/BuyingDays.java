package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a customer bought on each day: several orders of a day are one purchase. */
final class BuyingDays {
    private BuyingDays() {}

    /** Of orders before an instant, in days of a zone. */
    static SortedMap<LocalDate, BigDecimal> of(Customer customer, Instant until, ZoneId zone) {
        SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
        customer.purchases().stream()
                .filter(purchase -> purchase.at().isBefore(until))
                .forEach(purchase ->
                        days.merge(purchase.at().atZone(zone).toLocalDate(), purchase.amount(), BigDecimal::add));
        return days;
    }
}
