package io.loyalty4j.insight;

import io.loyalty4j.shop.Absence;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** Who is a customer at an instant: there are as many retention rates as answers to that. Whose account was closed is not a customer. */
@FunctionalInterface
public interface Active {
    /** Whether the customer was one just before the instant. */
    boolean at(Customer customer, Instant instant);

    /** Every member. */
    static Active enrolled() {
        return Customer::there;
    }

    /** Who placed an order within so long before it, in days of a zone. */
    static Active boughtWithin(Period length, ZoneId zone) {
        return (customer, instant) -> {
            Instant from = instant.atZone(zone).minus(length).toInstant();
            return customer.there(instant) && !customer.placed(from, instant).isEmpty();
        };
    }

    /** Who has bought and is not dormant by then; of whom the rule says nothing, as of who is too new to have a rhythm, counts as active. */
    static Active notDormant(Absence after, ZoneId zone) {
        return (customer, instant) -> {
            List<Instant> placed = customer.placed(Instant.MIN, instant);
            return customer.there(instant)
                    && !placed.isEmpty()
                    && after.from(placed.get(placed.size() - 1), placed, zone)
                            .filter(dormant -> dormant.isBefore(instant))
                            .isEmpty();
        };
    }
}
