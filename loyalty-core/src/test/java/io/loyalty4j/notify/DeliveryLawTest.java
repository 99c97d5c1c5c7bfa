package io.loyalty4j.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** FAULTS 47, 48, 50 and 53 by turns in random lives: machines that fail, hang and die wherever they are, and nothing is lost, nor told out of order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeliveryLawTest {
    private static final int LIVES = Integer.getInteger("loyalty4j.delivery.lives", 12);
    private static final int STEPS = 300;
    private static final long SEED = Chance.seed();

    @Test
    void everything_is_told_in_order_or_put_aside_or_dropped_whatever_fails_and_whoever_dies() {
        System.out.printf(Locale.ROOT, "Delivery: loyalty4j.laws.seed=%d%n", SEED);
        int told = 0;
        int again = 0;
        int mishaps = 0;
        for (int n = 0; n < LIVES; n++) {
            long seed = Chance.seed(SEED, n);
            try (DeliveryLife life = new DeliveryLife(seed)) {
                life.passes(STEPS).calmsDown().oneFails().calmsDown().isSound();
                told += life.arrivals.values().stream()
                        .mapToInt(it -> it.ids().size())
                        .sum();
                again += life.arrivals.values().stream()
                        .mapToInt(Arrivals::again)
                        .sum();
                mishaps += life.mishaps.count();
            } catch (AssertionError e) {
                throw new AssertionError("a life with the seed " + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.printf(Locale.ROOT, "Delivery: %d told, %d of them again, %d mishaps%n", told, again, mishaps);
        assertThat(again).isPositive();
        assertThat(mishaps).isGreaterThan(LIVES);
    }
}
