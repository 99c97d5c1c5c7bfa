package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What members bring from an earlier program. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OpeningBalanceTest extends StaffFixture {
    private static ProgramBuilder tiers() {
        return Programs.plain()
                .tiers(TierLadder.bySpend().base("BLUE").tier("SILVER", 100).tier("GOLD", 500))
                .expiry(Expiry.after(Period.ofMonths(12)));
    }

    @BeforeEach
    void a_program_with_tiers() {
        loyalty = staffed(tiers());
    }

    private static OpeningBalance legacy() {
        return OpeningBalance.of(ANA, "legacy");
    }

    @Nested
    final class Points {
        @Test
        void have_a_lot_for_each_last_day() {
            Receipt receipt =
                    booked(legacy().points(10).pointsThrough(20, "2026-06-30").pointsThrough(30, "2027-12-31"));

            assertThat(receipt.earned()).isEqualTo(60);
            assertThat(receipt.awards())
                    .extracting(award -> award.rule(), award -> award.points())
                    .containsExactly(tuple("~opening", 60L));
            assertThat(account().lots())
                    .extracting(lot -> lot.id(), lot -> lot.remaining())
                    .containsExactly(
                            tuple("opening/legacy/0", 10L),
                            tuple("opening/legacy/1", 20L),
                            tuple("opening/legacy/2", 30L));
            clock.set("2026-06-30T22:59:59Z");
            assertThat(account().available()).isEqualTo(60);
            clock.set("2026-06-30T23:00:00Z");
            assertThat(account().available()).isEqualTo(40);
            clock.set("2027-06-01T23:00:00Z");
            assertThat(account().available()).isEqualTo(30);
            clock.set("2028-01-01T00:00:00Z");
            assertThat(account().available()).isZero();
        }

        @Test
        void whose_last_day_is_over_have_lapsed() {
            booked(legacy().pointsThrough(20, "2026-05-31").points(5));
            assertThat(account().available()).isEqualTo(5);
        }

        @Test
        void live_on_with_what_the_member_does_where_the_program_counts_inactivity() {
            loyalty = staffed(Programs.plain().expiry(Expiry.afterInactivity(Period.ofMonths(12))));
            booked(legacy().pointsThrough(20, "2026-06-30"));
            clock.pass(Duration.ofDays(20));
            loyalty.purchase(order(ANA, "o-1", "1.00")).receipt();

            clock.set("2026-12-01T12:00:00Z");
            assertThat(account().available()).isEqualTo(21);
        }
    }

    @Nested
    final class A_tier {
        @Test
        void is_kept_through_its_last_day_whatever_is_spent() {
            booked(legacy().tierThrough("GOLD", "2026-08-31"));

            assertThat(account().tier().code()).isEqualTo("GOLD");
            assertThat(account().tier().until()).contains(LocalDate.parse("2026-08-31"));
            loyalty.purchase(order(ANA, "o-1", "10.00")).receipt();
            loyalty.cancel(order(ANA, "o-1", "10.00")).receipt();
            assertThat(account().tier().code()).isEqualTo("GOLD");
            clock.set("2026-08-31T23:00:00Z");
            assertThat(account().tier().code()).isEqualTo("BLUE");
        }

        @Test
        void is_reached_by_what_was_spent_this_period() {
            booked(legacy().spentThisPeriod("95.50"));
            assertThat(account().tier().code()).isEqualTo("BLUE");
            loyalty.purchase(order(ANA, "o-1", "4.50")).receipt();
            assertThat(account().tier().code()).isEqualTo("SILVER");
        }

        @Test
        void that_was_brought_does_not_hide_the_same_tier_when_it_is_reached() {
            booked(legacy().tierThrough("SILVER", "2026-08-31"));
            loyalty.purchase(order(ANA, "o-1", "100.00")).receipt();
            clock.set("2026-10-01T00:00:00Z");
            assertThat(account().tier().code()).isEqualTo("SILVER");
        }

        @Test
        void that_is_unknown_is_refused_with_those_that_are_known() {
            assertThat(refused(legacy().tierThrough("PLATINUM", "2026-08-31")))
                    .isEqualTo(new Refusal.TierNotInProgram("PLATINUM", List.of("BLUE", "SILVER", "GOLD")));
            nothingWasWritten(ANA);
        }
    }

    @Nested
    final class Bad_input {
        @Test
        void is_listed_with_paths() {
            assertThatThrownBy(() -> loyalty.execute(OpeningBalance.of(ANA, "")
                            .points(0)
                            .pointsThrough(-1, "2026-02-30")
                            .pointsThrough(1, "tomorrow")
                            .tierThrough("", "31.12.2026")
                            .spentThisPeriod("-3")
                            .ordered(0, "yesterday")))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
                    .extracting(InvalidInputException::violations, InstanceOfAssertFactories.list(Violation.class))
                    .extracting(Violation::path)
                    .containsExactly(
                            "id",
                            "lots[0].points",
                            "lots[1].lastDay",
                            "lots[1].points",
                            "lots[2].lastDay",
                            "orders.lastDay",
                            "orders.times",
                            "spendText",
                            "tier",
                            "tierLastDay");
            nothingWasWritten(ANA);
        }

        @Test
        void is_more_orders_than_a_member_can_have_placed() {
            assertThatThrownBy(() -> loyalty.execute(legacy().ordered(1_000_001, "2026-03-01")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("orders.times");
            assertThat(booked(legacy().ordered(1_000_000, "2026-03-01")).earned())
                    .isZero();
        }

        @Test
        void is_more_than_an_account_can_have() {
            long most = 1_000_000_000_000_000L;
            assertThat(refused(legacy().points(most).points(1))).isInstanceOf(Refusal.LimitReached.class);
            booked(legacy().points(most));
            assertThat(account().available()).isEqualTo(most);
        }
    }

    @Test
    void it_has_one_effect() {
        booked(legacy().points(10));

        assertThat(loyalty.execute(legacy().points(10))).isInstanceOf(Outcome.Replayed.class);
        assertThatThrownBy(() -> loyalty.execute(legacy().points(11))).isInstanceOf(ConflictingRequestException.class);
        assertThatThrownBy(() -> loyalty.execute(legacy().pointsThrough(10, "2027-01-01")))
                .isInstanceOf(ConflictingRequestException.class);
        assertThatThrownBy(() -> loyalty.execute(legacy().points(10).ordered(1, "2026-03-01")))
                .isInstanceOf(ConflictingRequestException.class);
        assertThat(account().available()).isEqualTo(10);
    }

    @Test
    void many_are_booked_together_and_those_that_are_refused_stop_no_other() {
        List<OpeningBalance> many = IntStream.range(0, 1_000)
                .mapToObj(i -> OpeningBalance.of(MemberId.of("m-" + i), "legacy")
                        .pointsThrough(i + 1, "2027-03-31")
                        .tierThrough(i == 500 ? "WRONG" : "SILVER", "2026-12-31"))
                .toList();
        List<Outcome> outcomes = loyalty.executeAll(many);

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.refusal().isPresent())
                .hasSize(1);
        assertThat(account(MemberId.of("m-999")).available()).isEqualTo(1_000);
        assertThat(loyalty.executeAll(many))
                .filteredOn(Outcome.Replayed.class::isInstance)
                .hasSize(999);
    }
}
