package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are set back, run ahead, or differ between machines. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ClockSkewTest extends EngineFixture {
    private static ProgramBuilder lapsing() {
        return Programs.plain().expiry(Expiry.after(Period.ofDays(10)));
    }

    private final LoyaltyEngine loyalty = running(lapsing());

    private void bookedInOrder() {
        List<Instant> recorded = store.postings(ANA)
                .map(posting -> posting.header().recordedAt())
                .toList();
        assertThat(recorded).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
    }

    @Nested
    final class Set_back {
        @ParameterizedTest
        @ValueSource(strings = {"PT2H", "PT8760H"})
        void by_hours_or_a_year_it_refuses_every_verb_and_brings_nothing_back(String back) {
            Order first = order(ANA, "1", "20.00");
            loyalty.purchase(first);
            clock.pass(Duration.ofDays(12));
            loyalty.purchase(order(ANA, "2", "5.00"));
            Account before = store.find(ANA).orElseThrow();
            clock.pass(Duration.parse(back).negated());

            List<Outcome> outcomes = List.of(
                    loyalty.purchase(order(ANA, "3", "20.00")),
                    loyalty.reserve(order(ANA, "3", "20.00").redeem("ten")),
                    loyalty.refund(Refund.of(first, "rma-1").line("thing", 1)),
                    loyalty.cancel(first),
                    loyalty.execute(first.fulfilment()));

            assertThat(outcomes)
                    .allSatisfy(outcome ->
                            assertThat(outcome.refusal().orElseThrow()).isInstanceOf(Refusal.ClockBehind.class));
            assertThat(loyalty.runDue(clock.instant()).booked()).isZero();
            assertThat(store.find(ANA)).contains(before);
            assertThat(loyalty.account(ANA).available()).isEqualTo(5);
            assertThat(loyalty.purchase(first)).isInstanceOf(Outcome.Replayed.class);
        }

        @Test
        void a_little_a_hold_begins_when_the_account_was_booked_last_and_lasts_as_long() {
            loyalty.purchase(order(ANA, "1", "20.00"));
            Instant booked = clock.instant();
            clock.pass(Duration.ofMinutes(-4));

            assertThat(loyalty.reserve(order(ANA, "2", "20.00").redeem("ten"))
                            .receipt()
                            .heldUntil())
                    .contains(booked.plus(Duration.ofHours(1)));
            bookedInOrder();
        }
    }

    @Nested
    final class Run_ahead {
        @Test
        void by_a_year_and_back_what_it_let_lapse_stays_so_and_other_accounts_are_as_they_were() {
            loyalty.purchase(order(ANA, "1", "20.00"));
            loyalty.purchase(order(BEN, "1", "20.00"));
            Instant right = clock.instant();
            clock.pass(Duration.ofDays(365));
            assertThat(loyalty.runDue().clockJumped()).isTrue();
            loyalty.purchase(order(ANA, "2", "5.00")).receipt();
            clock.set(right);

            assertThat(loyalty.account(ANA).available()).isEqualTo(5);
            assertThat(loyalty.purchase(order(ANA, "3", "5.00")).refusal().orElseThrow())
                    .isInstanceOf(Refusal.ClockBehind.class);
            assertThat(loyalty.purchase(order(BEN, "2", "5.00")).receipt().available())
                    .isEqualTo(25);
            assertThat(loyalty.runDue().clockJumped()).isFalse();
            bookedInOrder();
        }
    }

    @Nested
    final class Of_two_machines {
        private final HandClock other = HandClock.at("2026-06-01T12:00:00Z");
        private final LoyaltyEngine beside = LoyaltyEngine.builder(lapsing().build())
                .store(store)
                .clock(other)
                .build();

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void five_minutes_apart_each_books_and_points_pay_in_the_order_in_which_they_lapse(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            other.pass(Duration.ofMinutes(-5));
            for (int turn = 0; turn < 120; turn++) {
                Duration time = Duration.ofMinutes(random.nextInt(24 * 60));
                clock.pass(time);
                other.pass(time);
                LoyaltyEngine machine = random.nextBoolean() ? loyalty : beside;
                Order order = order(ANA, "o-" + turn, "20.00");
                if (random.nextBoolean() && loyalty.account(ANA).available() >= 10) {
                    pays(machine, order.redeem("ten"));
                } else {
                    machine.purchase(order).receipt();
                }
            }
            bookedInOrder();
        }

        private void pays(LoyaltyEngine machine, Order order) {
            Posting posting = machine.purchase(order).receipt().posting();
            Instant time = posting.header().recordedAt();
            try (Stream<Posting> journal = store.postings(ANA)) {
                long known = posting.header().version() - 1;
                Account before = journal.limit(known).reduce(Account.of(ANA), Account::apply, (one, two) -> two);
                Lot soonest = before.lots().stream()
                        .filter(lot -> lot.in(Bucket.AVAILABLE) > 0)
                        .min(Comparator.comparing(lot -> lot.expires().orElseThrow()))
                        .orElseThrow();
                assertThat(soonest.expires().orElseThrow()).isAfter(time);
                assertThat(posting.entries().get(0).lot()).isEqualTo(soonest.id());
            }
        }

        @Test
        void a_millisecond_further_apart_the_slower_one_is_refused() {
            loyalty.purchase(order(ANA, "1", "20.00"));
            other.set(clock.instant().minus(Duration.ofMinutes(5)));
            assertThat(beside.purchase(order(ANA, "2", "20.00"))).isInstanceOf(Outcome.Applied.class);
            other.pass(Duration.ofMillis(-1));

            assertThat(beside.purchase(order(ANA, "3", "20.00")).refusal().orElseThrow())
                    .isInstanceOf(Refusal.ClockBehind.class);
            assertThat(loyalty.purchase(order(ANA, "3", "20.00"))).isInstanceOf(Outcome.Applied.class);
        }

        @Test
        void what_the_faster_one_sold_a_moment_ago_can_be_returned_at_the_slower_one() {
            other.pass(Duration.ofMinutes(-4));
            Order sold = order(ANA, "1", "20.00").at(clock.instant());
            loyalty.purchase(sold);

            assertThat(beside.cancel(sold).receipt().revoked()).isEqualTo(20);
            bookedInOrder();
        }
    }

    @Nested
    final class Said_by_the_shop {
        private final LoyaltyEngine reviewing =
                running(Programs.plain().earn("review", EarnRules.points(5).forActivity("review")));

        @Test
        void a_review_is_no_later_than_five_minutes_from_now() {
            Instant late = clock.instant().plus(Duration.ofMinutes(5)).plusMillis(1);

            assertThat(reviewing
                            .record(Activity.of(ANA, "review", "r-1").at(late))
                            .refusal())
                    .contains(new Refusal.NotYetHappened(late, clock.instant()));
            nothingWasWritten(ANA);
            assertThat(reviewing
                            .record(Activity.of(ANA, "review", "r-1").at(late.minusMillis(1)))
                            .receipt()
                            .posting()
                            .header()
                            .occurredAt())
                    .as("ahead by no more than clocks differ, it is now")
                    .isEqualTo(clock.instant());
        }
    }
}
