package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Outcome.Applied;
import io.loyalty4j.ledger.Outcome.Refused;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How far the engine believes a clock, its own and that of whoever asks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EngineClockTest extends EngineFixture {
    @Nested
    final class The_clock {
        private final LoyaltyEngine loyalty = running(Programs.campus());

        @Test
        void may_step_back_a_little_and_books_no_earlier_than_the_account() {
            loyalty.purchase(order(ANA, "1", "20.00"));
            clock.pass(Duration.ofMinutes(-5));

            Receipt receipt = loyalty.purchase(order(ANA, "2", "20.00")).receipt();

            assertThat(receipt.posting().header().recordedAt()).isEqualTo(Instant.parse("2026-06-01T12:00:00Z"));
        }

        @Test
        void is_not_believed_if_it_is_more_than_five_minutes_behind_the_account() {
            loyalty.purchase(order(ANA, "1", "20.00"));
            clock.pass(Duration.ofMinutes(-5).minusMillis(1));

            Outcome outcome = loyalty.purchase(order(ANA, "2", "20.00"));

            assertThat(outcome.refusal().orElseThrow()).isInstanceOf(Refusal.ClockBehind.class);
            assertThat(outcome.refusal().orElseThrow().facts())
                    .containsExactly(clock.instant(), Instant.parse("2026-06-01T12:00:00Z"));
            assertThat(loyalty.journal(ANA).postings()).hasSize(1);
            assertThat(loyalty.quote(order(ANA, "2", "20.00")).refusal().orElseThrow())
                    .isInstanceOf(Refusal.ClockBehind.class);
            assertThat(loyalty.account(ANA).pending()).isEqualTo(20);
        }

        @Test
        void that_steps_back_a_little_never_brings_back_what_has_expired() {
            loyalty.purchase(order(ANA, "1", "20.00"));
            clock.set("2026-06-15T12:00:00Z");
            assertThat(loyalty.account(ANA).available()).isEqualTo(20);
            clock.set("2027-06-15T23:00:00Z"); // midnight in London: the end of the year's last day
            loyalty.enrol(Member.of(BEN));
            loyalty.purchase(order(ANA, "2", "5.00"));
            assertThat(loyalty.account(ANA).available()).isZero();
            clock.pass(Duration.ofMinutes(-4));

            assertThat(loyalty.account(ANA).available()).isZero();
            assertThat(loyalty.purchase(order(ANA, "3", "5.00").redeem("ten")).refusal())
                    .contains(new Refusal.InsufficientPoints("ten", 10, 0));
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void refuses_what_is_said_to_happen_later_than_five_minutes_from_now() {
            Instant late = clock.instant().plus(Duration.ofMinutes(5)).plusMillis(1);

            assertThat(loyalty.purchase(order(ANA, "1", "20.00").at(late)))
                    .isEqualTo(new Refused(new Refusal.NotYetHappened(late, clock.instant())));
            assertThat(loyalty.reserve(order(ANA, "1", "20.00").redeem("ten").at(late)))
                    .isEqualTo(new Refused(new Refusal.NotYetHappened(late, clock.instant())));
            nothingWasWritten(ANA);
            assertThat(loyalty.purchase(order(ANA, "1", "20.00").at(late.minusMillis(1))))
                    .isInstanceOf(Applied.class);
        }

        @Test
        void knows_no_instant_outside_the_years_1_to_9999() {
            for (Instant never : List.of(Instant.MIN, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
                assertThatThrownBy(() -> order(ANA, "1", "20.00").at(never))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("years 1 to 9999");
                assertThatThrownBy(() -> Activity.of(ANA, "review", "1").at(never))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(loyalty.purchase(order(ANA, "1", "20.00").at(Instant.parse("0001-01-01T00:00:00Z"))))
                    .as("older than anybody, and a date all the same")
                    .isInstanceOf(Applied.class);
        }

        @Test
        void is_read_in_whole_milliseconds() {
            clock.pass(Duration.ofNanos(1_999_999));

            Receipt receipt = loyalty.purchase(order(ANA, "1", "20.00")).receipt();

            assertThat(receipt.posting().header().recordedAt()).isEqualTo(Instant.parse("2026-06-01T12:00:00.001Z"));
        }
    }
}
