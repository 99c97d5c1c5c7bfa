package io.loyalty4j.earn;

import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a challenge asks for. Amounts are counted in millionths, so that a counter has them exactly.
 *
 * @param target as it was written
 */
record Goal(What what, String kind, String target) {
    private static final int SCALE = 6;

    /** What is counted. */
    enum What {
        ORDERS,
        ACTIVITY,
        EARNING,
        SPENDING
    }

    long needed() {
        return what == What.SPENDING ? units(new BigDecimal(target)) : Long.parseLong(target);
    }

    private static long units(BigDecimal amount) {
        return amount.movePointRight(SCALE).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    static BigDecimal amount(long units) {
        return BigDecimal.valueOf(units, SCALE);
    }

    /** Whether such an occasion brings it further. */
    boolean concerns(Occasion occasion) {
        return switch (what) {
            case ORDERS, SPENDING -> occasion.order().isPresent();
            case ACTIVITY ->
                occasion.activity().filter(one -> one.kind().equals(kind)).isPresent();
            case EARNING ->
                occasion.activity().filter(one -> one.kind().startsWith("~")).isEmpty();
        };
    }

    /** The kind of occasion that can bring it further. */
    String about() {
        return switch (what) {
            case ORDERS, SPENDING -> Tracked.ORDERS;
            case ACTIVITY -> kind;
            case EARNING -> Tracked.ANYTHING;
        };
    }

    /** By how much; of points that is known only later. */
    long by(List<OrderLine> lines) {
        return switch (what) {
            case ORDERS, ACTIVITY -> 1;
            case SPENDING -> units(lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
            case EARNING -> 0;
        };
    }

    String name() {
        return what == What.ACTIVITY ? "activity/" + kind : what.name().toLowerCase(Locale.ROOT);
    }

    String describe() {
        return switch (what) {
            case ORDERS -> target + " orders";
            case ACTIVITY -> target + " times " + kind;
            case EARNING -> target + " points earned";
            case SPENDING -> target + " spent";
        };
    }

    /** How far it is, for people. */
    String progress(long reached) {
        return (what == What.SPENDING ? amount(reached).stripTrailingZeros().toPlainString() : Long.toString(reached))
                + " of " + describe();
    }

    boolean legal() {
        return what == What.SPENDING
                ? target.matches(Money.PATTERN) && new BigDecimal(target).signum() > 0
                : target.matches("\\d{1,15}") && Long.parseLong(target) > 0;
    }

    /** Whether the activity it asks for can be one. */
    boolean named() {
        return what != What.ACTIVITY || kind.matches(Identifier.PATTERN);
    }

    String text() {
        return what + ":" + quoted(kind) + ":" + target;
    }

    /** A code of the shop's without the characters that part the terms of a challenge, or the names of its counters. */
    static String quoted(String code) {
        return code.replace("%", "%25")
                .replace("/", "%2F")
                .replace(":", "%3A")
                .replace(";", "%3B")
                .replace("|", "%7C");
    }

    static String unquoted(String code) {
        return code.replace("%7C", "|")
                .replace("%3B", ";")
                .replace("%3A", ":")
                .replace("%2F", "/")
                .replace("%25", "%");
    }

    static Goal parsed(String text) {
        String[] parts = text.split(":", 3);
        return new Goal(What.valueOf(parts[0]), unquoted(parts[1]), parts[2]);
    }
}
