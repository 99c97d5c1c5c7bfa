package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.program.LoyaltyProgram;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Housekeeping that runs by itself, if the shop wants it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
final class CaretakerTest extends EngineFixture {
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("kept")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .build();

    private static DueReport report(boolean more) {
        return new DueReport(0, 0, 0, 0, 0, more, false);
    }

    @Test
    void tells_what_is_booked_until_the_engine_is_closed() throws Exception {
        Semaphore told = new Semaphore(0);
        LoyaltyEngine engine = LoyaltyEngine.builder(PROGRAM)
                .store(store)
                .clock(clock)
                .notifications(event -> told.release())
                .housekeepingEvery(Duration.ofMillis(5))
                .build();
        engine.purchase(order(ANA, "1", "10.00"));
        assertThat(told.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
        engine.close();
        engine.purchase(order(ANA, "2", "10.00"));
        assertThat(told.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(engine.account(ANA).available()).isEqualTo(20);
    }

    @Test
    void does_rounds_without_a_pause_as_long_as_there_is_more() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch five = new CountDownLatch(5);
        try (Caretaker caretaker = Caretaker.start(
                () -> {
                    five.countDown();
                    return report(rounds.incrementAndGet() < 5);
                },
                Duration.ofHours(1))) {
            assertThat(caretaker).isNotNull();
            assertThat(five.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(rounds).hasValue(5);
    }

    @Test
    void goes_on_after_a_round_that_fails() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        try (Caretaker caretaker = Caretaker.start(
                () -> {
                    three.countDown();
                    throw new IllegalStateException("the database is away");
                },
                Duration.ofMillis(1))) {
            assertThat(caretaker).isNotNull();
            assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void needs_a_pause() {
        assertThatThrownBy(() -> LoyaltyEngine.builder(PROGRAM).housekeepingEvery(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }
}
