package io.loyalty4j.program;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.function.BiConsumer;

/** When points become usable: at once, after the time in which goods can come back, or when they have been handed over. Immutable. */
public final class Activation {
    private final Period wait;
    private final boolean withTheGoods;

    private Activation(Period wait, boolean withTheGoods) {
        this.wait = wait;
        this.withTheGoods = withTheGoods;
    }

    public static Activation atOnce() {
        return new Activation(Period.ZERO, false);
    }

    /** When the shop says that the order's goods were handed over ({@code order.fulfilment()}); those of activities, at once. */
    public static Activation onFulfilment() {
        return afterFulfilment(Period.ZERO);
    }

    /** So long after the goods were handed over, which is when the time in which they can come back begins; those of activities, so long after these. */
    public static Activation afterFulfilment(Period wait) {
        return new Activation(wait, true);
    }

    /** So long after the order or activity, at the same time of day in the program's zone. */
    public static Activation after(Period wait) {
        return new Activation(wait, false);
    }

    /** Whether nobody knows when the points of an order become usable before its goods are handed over. */
    public boolean waitsForTheGoods() {
        return withTheGoods;
    }

    /** When points of an order or activity at {@code occurred}, or of goods handed over then, become usable. */
    public Instant of(Instant occurred, ZoneId zone) {
        return wait.isZero() ? occurred : occurred.atZone(zone).plus(wait).toInstant();
    }

    /** Whether points are usable before anything can come back. */
    boolean immediate() {
        return wait.isZero();
    }

    void check(BiConsumer<String, String> report) {
        if (Expiry.tooLong(wait)) {
            report.accept("after", wait + " is longer than a thousand years");
        } else if (wait.isNegative()) {
            report.accept("after", wait + " is before the order");
        }
    }
}
