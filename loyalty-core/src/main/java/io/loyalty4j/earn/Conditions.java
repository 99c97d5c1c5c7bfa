package io.loyalty4j.earn;

import io.loyalty4j.earn.CalendarConditions.Anniversary;
import io.loyalty4j.earn.CalendarConditions.Between;
import io.loyalty4j.earn.CalendarConditions.Birthday;
import io.loyalty4j.earn.CalendarConditions.OnDates;
import io.loyalty4j.earn.CalendarConditions.Weekday;
import io.loyalty4j.earn.HistoryConditions.DaysSinceLastOrder;
import io.loyalty4j.earn.HistoryConditions.EveryNthOrder;
import io.loyalty4j.earn.HistoryConditions.NthOrder;
import io.loyalty4j.earn.HistoryConditions.OrdersFrom;
import io.loyalty4j.earn.LineConditions.LineFrom;
import io.loyalty4j.earn.LineConditions.LineIs;
import io.loyalty4j.earn.LineConditions.OneOf;
import io.loyalty4j.earn.LineConditions.QuantityFrom;
import io.loyalty4j.earn.OccasionConditions.AnyLine;
import io.loyalty4j.earn.OccasionConditions.InTier;
import io.loyalty4j.earn.OccasionConditions.MemberIs;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.earn.OccasionConditions.OrderIs;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The conditions that rules and rewards are made of: on one line ({@code on}) or on the whole occasion ({@code when}); they combine by {@code and},
 * {@code or}, {@code not}. Those about amounts, quantities and lines are frozen with the order: when a return breaks one, what it gave goes.
 */
public final class Conditions {
    private Conditions() {}

    public static Condition<OrderLine> category(String... anyOf) {
        return new OneOf("category", new TreeSet<>(List.of(anyOf)), OrderLine::categories);
    }

    public static Condition<OrderLine> brand(String... anyOf) {
        return new OneOf(
                "brand",
                new TreeSet<>(List.of(anyOf)),
                line -> line.brand().map(Set::of).orElse(Set.of()));
    }

    public static Condition<OrderLine> sku(String... anyOf) {
        return new OneOf("sku", new TreeSet<>(List.of(anyOf)), line -> Set.of(line.sku()));
    }

    public static Condition<OrderLine> lineIs(String attribute, String value) {
        return new LineIs(attribute, value);
    }

    /** So many pieces of one article or more. */
    public static Condition<OrderLine> quantityFrom(int quantity) {
        return new QuantityFrom(quantity);
    }

    /** A line of so much or more, after discounts. */
    public static Condition<OrderLine> lineFrom(String amount) {
        return new LineFrom(new Amount(amount));
    }

    /** An order of so much or more: its lines in the program, after discounts and what is paid with points. */
    public static Condition<Occasion> orderFrom(String amount) {
        return new OrderFrom(new Amount(amount));
    }

    public static Condition<Occasion> anyLine(Condition<OrderLine> condition) {
        return new AnyLine(condition);
    }

    /** An attribute of the order, or of the activity where the rule is about one. */
    public static Condition<Occasion> orderIs(String attribute, String value) {
        return new OrderIs(attribute, new TreeSet<>(List.of(value)));
    }

    /** Where the order was placed or the activity done, if the shop says so: {@code with("channel", "app")}. */
    public static Condition<Occasion> channel(String... anyOf) {
        return new OrderIs("channel", new TreeSet<>(List.of(anyOf)));
    }

    public static Condition<Occasion> memberIs(String attribute, String value) {
        return new MemberIs(attribute, value);
    }

    public static Condition<Occasion> inTier(String... anyOf) {
        return new InTier(List.of(anyOf));
    }

    /** The first order that counts: earlier ones that were returned whole do not. */
    public static Condition<Occasion> firstOrder() {
        return nthOrder(1);
    }

    /** The one order of that number, counted as by {@link #firstOrder()}. */
    public static Condition<Occasion> nthOrder(int n) {
        return new NthOrder(n);
    }

    /** Of ten, the 10th, 20th, 30th order, counted as by {@link #firstOrder()}. */
    public static Condition<Occasion> everyNthOrder(int n) {
        return new EveryNthOrder(n);
    }

    /** That many orders or more came before this one (or before the activity). */
    public static Condition<Occasion> ordersFrom(int n) {
        return new OrdersFrom(n);
    }

    /** The last order was placed so many of the program's days ago or more; a member without any does not come back. */
    public static Condition<Occasion> daysSinceLastOrder(int atLeast) {
        return new DaysSinceLastOrder(atLeast);
    }

    /** The day itself; that of the 29th of February is the 28th in common years, here and below. */
    public static Condition<Occasion> birthday() {
        return Birthday.DAY;
    }

    /** Monday to Sunday, also where New Year lies between. */
    public static Condition<Occasion> birthdayWeek() {
        return Birthday.WEEK;
    }

    public static Condition<Occasion> birthdayMonth() {
        return Birthday.MONTH;
    }

    /** The day of enrolment in each later year. */
    public static Condition<Occasion> anniversary() {
        return new Anniversary();
    }

    /** On these days of the week in the program's zone. */
    public static Condition<Occasion> weekday(DayOfWeek... anyOf) {
        return new Weekday(Stream.of(anyOf).distinct().sorted().toList());
    }

    /**
     * At this time of day in the program's zone, over midnight where it ends earlier than it begins.
     *
     * @param fromTime the first moment that counts: {@code 22:00}
     * @param untilTime the first that counts no more; {@code 00:00} is the day's end
     */
    public static Condition<Occasion> between(String fromTime, String untilTime) {
        return Between.of(fromTime, untilTime);
    }

    /**
     * On these days of the program's zone and all between them.
     *
     * @param first {@code 2026-12-24}
     */
    public static Condition<Occasion> onDates(String first, String last) {
        return OnDates.of(first, last);
    }
}
