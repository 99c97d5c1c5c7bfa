package io.loyalty4j;

import static io.loyalty4j.Rounds.round;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Housekeeping by a clock that may be wrong: it waits until somebody confirms the time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ClockJumpTest extends CampusFixture {
    @Nested
    final class A_jump_of_the_clock {
        @Test
        void of_a_day_is_none() {
            buys(ANA, "1");
            clock.pass(Duration.ofDays(1));

            assertThat(loyalty.runDue().clockJumped()).isFalse();
        }

        @Test
        void of_more_stops_the_rounds_until_somebody_confirms_the_time() {
            buys(ANA, "1");
            clock.passMonths(14);

            assertThat(loyalty.runDue()).satisfies(round(0, 0, false, true));
            assertThat(loyalty.runDue()).satisfies(round(0, 0, false, true));
            assertThat(loyalty.journal(ANA).postings()).hasSize(1);

            assertThat(loyalty.runDue(clock.instant())).satisfies(round(1, 0, false, false));
            assertThat(loyalty.runDue()).satisfies(round(0, 0, false, false));
        }

        @Test
        void backwards_stops_them_too() {
            clock.pass(Duration.ofDays(-2));

            assertThat(loyalty.runDue().clockJumped()).isTrue();
        }

        @Test
        void is_no_matter_once_the_clock_is_right_again() {
            Instant right = clock.instant();
            clock.passMonths(14);
            assertThat(loyalty.runDue().clockJumped()).isTrue();

            clock.set(right.toString());

            assertThat(loyalty.runDue().clockJumped()).isFalse();
        }

        @Test
        void is_confirmed_up_to_the_instant_that_was_seen_and_not_beyond() {
            buys(ANA, "1");
            clock.set("2026-06-20T12:00:00Z");
            Instant seen = clock.instant();
            clock.set("2028-01-01T00:00:00Z");

            assertThat(loyalty.runDue(seen)).satisfies(round(1, 0, false, false));

            assertThat(store.find(ANA).orElseThrow().available())
                    .as("usable since the fortnight was over, and not lapsed")
                    .isEqualTo(20);
            assertThat(loyalty.runDue()).satisfies(round(0, 0, false, true));
        }

        @Test
        void is_not_confirmed_by_an_instant_that_the_clock_has_not_reached() {
            buys(ANA, "1");

            assertThat(loyalty.runDue(Instant.parse("2028-01-01T00:00:00Z"))).satisfies(round(0, 0, false, false));
            assertThat(loyalty.journal(ANA).postings()).hasSize(1);
        }
    }
}
