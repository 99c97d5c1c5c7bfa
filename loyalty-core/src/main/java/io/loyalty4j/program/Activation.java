package io.loyalty4j.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.function.BiConsumer;

/** When points become usable: at once, or after the time in which goods can come back. Immutable. */
public final class Activation {
    private final Period wait;

    private Activation(Period wait) {
        this.wait = wait;
    }

    public static Activation atOnce() {
        return new Activation(Period.ZERO);
    }

    /** So long after the order or activity, at the same time of day in the program's zone. */
    public static Activation after(Period wait) {
        return new Activation(wait);
    }

    /** When points of an order or activity at {@code occurred} become usable. */
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
        } else if (wait.isNegative() || LocalDate.EPOCH.plus(wait).isBefore(LocalDate.EPOCH)) {
            report.accept("after", wait + " is before the order");
        }
    }
}
