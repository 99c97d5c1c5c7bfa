package io.loyalty4j.program;

import java.util.Map;
import java.util.Optional;

/**
 * Who a sample is: somebody with one earlier order of the same day, unless it is said.
 *
 * @param tier that the order earns in
 * @param birthday whether it is today
 * @param anniversary whether it is a year to the day since the enrolment; else they enrolled today
 * @param pause days since the last order
 */
record Person(
        String tier,
        boolean birthday,
        boolean anniversary,
        long earlierOrders,
        Optional<Integer> pause,
        Map<String, String> attributes) {
    static Person in(String tier) {
        return new Person(tier, false, false, 1, Optional.empty(), Map.of());
    }

    Person ofTier(String other) {
        return new Person(other, birthday, anniversary, earlierOrders, pause, attributes);
    }

    Person celebrating() {
        return new Person(tier, true, anniversary, earlierOrders, pause, attributes);
    }

    Person aYearOn() {
        return new Person(tier, birthday, true, earlierOrders, pause, attributes);
    }

    Person after(long orders) {
        return new Person(tier, birthday, anniversary, orders, pause, attributes);
    }

    Person away(int days) {
        return new Person(tier, birthday, anniversary, earlierOrders, Optional.of(days), attributes);
    }

    Person with(String attribute, String value) {
        return new Person(tier, birthday, anniversary, earlierOrders, pause, Trial.plus(attributes, attribute, value));
    }

    String describe(boolean tiers) {
        return (tiers ? " as " + tier : "")
                + (earlierOrders == 1 ? "" : ", order number " + (earlierOrders + 1))
                + (birthday ? ", on the birthday" : "")
                + (anniversary ? ", a year after the enrolment" : "")
                + pause.map(days -> ", after " + days + " days without an order")
                        .orElse("")
                + (attributes.isEmpty() ? "" : ", by a member with " + attributes);
    }
}
