package io.loyalty4j.earn;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a rule looks at: an order or an activity of a member at an instant. Immutable; it looks nothing up. */
public interface Occasion {
    MemberId member();

    /** When the order was placed, or the activity done. */
    Instant at();

    /** The program's, by which its days begin and end. */
    ZoneId zone();

    /** The day of {@link #at()} in the program's zone. */
    default LocalDate date() {
        return at().atZone(zone()).toLocalDate();
    }

    /** The time of day of {@link #at()} in the program's zone. */
    default LocalTime time() {
        return at().atZone(zone()).toLocalTime();
    }

    /** The order as the shop sent it. */
    Optional<Order> order();

    Optional<Activity> activity();

    /** The order's lines that take part in the program, each with its share of every discount taken off, so that its amount is what earns. */
    List<OrderLine> lines();

    /** What the {@link #lines()} add up to, in the program's currency. */
    Money amount();

    /** The member's tier at {@link #at()}. */
    String tier();

    /** An attribute of the order or activity. */
    Optional<String> attribute(String name);

    /** An attribute of the member's profile. */
    Optional<String> memberAttribute(String name);

    /** From the member's profile. */
    Optional<MonthDay> birthday();

    /** The day of enrolment in the program's zone; empty for guests. */
    Optional<LocalDate> memberSince();

    /** Orders booked before this one that were not returned whole. */
    long earlierOrders();

    /** When the latest of the orders booked before this one was placed. */
    Optional<Instant> lastOrder();

    /**
     * A numeric attribute of the order or activity; 0 if it is missing.
     *
     * @throws NumberFormatException if it is no whole number
     */
    default long number(String attribute) {
        return attribute(attribute).map(Long::parseLong).orElse(0L);
    }
}
