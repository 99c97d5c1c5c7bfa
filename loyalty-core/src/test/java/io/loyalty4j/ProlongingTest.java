package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Extension;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.Reinstatement;
import java.time.Period;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Points that are given a later last day before they lapse, and points that are brought back after they have. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ProlongingTest extends StaffFixture {
    private static final Order ORDER = order(ANA, "o-1", "100.00");

    /** Points of 1 June are good through 1 July. */
    private static ProgramBuilder aMonth() {
        return Programs.plain()
                .earn("review", points(25).forActivity("review"))
                .expiry(Expiry.after(Period.ofMonths(1)));
    }

    private static Extension extends_(Command command, String lastDay) {
        return Extension.of(command, "case-1").through(lastDay).by("agent-12").because("strike");
    }

    private static Reinstatement reinstates(Command command, String lastDay) {
        return Reinstatement.of(command, "case-2")
                .through(lastDay)
                .by("agent-12")
                .because("strike");
    }

    private void refusedBecause(Command command, String why) {
        assertThat(refused(command))
                .isInstanceOfSatisfying(
                        Refusal.LastDayNotAccepted.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(why));
    }

    @BeforeEach
    void points_that_are_good_for_a_month() {
        loyalty = staffed(aMonth().reinstatableFor(Period.ofMonths(1)));
    }

    @Nested
    final class An_extension {
        @Test
        void keeps_the_points_of_an_order_to_its_last_day() {
            loyalty.purchase(ORDER).receipt();
            Receipt receipt = booked(extends_(ORDER, "2026-07-15"));

            assertThat(receipt.posting().header().order()).contains("o-1");
            assertThat(receipt.posting().header().person()).isPresent();
            clock.set("2026-07-15T22:59:59Z");
            assertThat(account().available()).isEqualTo(100);
            clock.set("2026-07-15T23:00:00Z");
            assertThat(account().available()).isZero();
        }

        @Test
        void is_for_activities_adjustments_and_opening_balances_too() {
            Activity review = Activity.of(ANA, "review", "r-1");
            OpeningBalance opening = OpeningBalance.of(ANA, "legacy")
                    .points(5)
                    .pointsThrough(6, "2026-06-20")
                    .pointsThrough(7, "2026-12-31");
            loyalty.record(review).receipt();
            booked(adds(10, "a-1"));
            booked(opening);
            booked(extends_(review, "2026-07-15"));
            booked(Extension.of(adds(10, "a-1"), "case-9")
                    .through("2026-07-15")
                    .by("agent-12")
                    .because("strike"));
            booked(Extension.of(opening, "case-10")
                    .through("2026-07-15")
                    .by("agent-12")
                    .because("strike"));

            clock.set("2026-07-10T00:00:00Z");
            assertThat(account().available()).isEqualTo(25 + 10 + 5 + 6 + 7);
            clock.set("2026-07-16T00:00:00Z");
            assertThat(account().available()).isEqualTo(7);
        }

        @Test
        void concerns_pending_points_too() {
            loyalty = staffed(aMonth().activation(Activation.after(Period.ofDays(10))));
            loyalty.purchase(ORDER).receipt();
            booked(extends_(ORDER, "2026-08-01"));

            clock.set("2026-07-31T00:00:00Z");
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void puts_off_inactivity() {
            loyalty = staffed(Programs.plain().expiry(Expiry.afterInactivity(Period.ofMonths(1))));
            loyalty.purchase(ORDER).receipt();
            booked(extends_(ORDER, "2026-07-15"));
            clock.set("2026-07-14T00:00:00Z");
            assertThat(account().available()).isEqualTo(100);
            loyalty.purchase(order(ANA, "o-2", "1.00")).receipt();
            clock.set("2026-08-10T00:00:00Z");
            assertThat(account().available()).isEqualTo(101);
        }

        @Test
        void leaves_the_grace_that_a_return_gives() {
            loyalty.purchase(ORDER).receipt();
            Order paying = order(ANA, "o-2", "1.00").redeem("eighty");
            loyalty.purchase(paying).receipt();
            booked(extends_(ORDER, "2026-07-15"));
            clock.set("2026-08-01T12:00:00Z");
            Receipt back =
                    loyalty.refund(Refund.of(paying, "r-1").line("thing", 1)).receipt();

            assertThat(back.restored()).isEqualTo(80);
            assertThat(account().available()).isEqualTo(80);
        }

        @Test
        void to_an_earlier_day_is_refused() {
            loyalty.purchase(ORDER).receipt();
            refusedBecause(extends_(ORDER, "2026-06-30"), "none of them lapse before that");
            refusedBecause(extends_(ORDER, "2026-07-01"), "none of them lapse before that");
            booked(extends_(ORDER, "2026-07-02"));
        }

        @Test
        void of_what_never_lapses_is_lapsed_or_spent_or_was_never_given_is_refused() {
            refusedBecause(extends_(ORDER, "2026-08-01"), "nothing of them is left");
            loyalty.purchase(ORDER).receipt();
            clock.set("2026-07-10T00:00:00Z");
            refusedBecause(extends_(ORDER, "2026-08-01"), "nothing of them is left");
            booked(adds(10, "a-1"));
            booked(takes(10, "a-2"));
            refusedBecause(extends_(takes(10, "a-2"), "2026-12-01"), "nothing of them is left");
            loyalty = staffed(Programs.plain().version("2").inForceFrom("2026-07-01"));
            Order forEver = order(ANA, "o-2", "10.00");
            loyalty.purchase(forEver).receipt();
            refusedBecause(extends_(forEver, "2030-01-01"), "none of them lapse before that");
        }

        @Test
        void has_one_effect() {
            loyalty.purchase(ORDER).receipt();
            booked(extends_(ORDER, "2026-07-15"));
            assertThat(loyalty.execute(extends_(ORDER, "2026-07-15"))).isInstanceOf(Outcome.Replayed.class);
            assertThatThrownBy(() -> loyalty.execute(extends_(ORDER, "2026-07-16")))
                    .isInstanceOf(ConflictingRequestException.class);
        }

        @Test
        void without_a_day_an_actor_a_reason_or_anything_that_gave_points_is_refused() {
            for (Command empty : List.of(
                    Extension.of(Member.of(ANA), ""),
                    Reinstatement.of(Member.of(ANA), "").through("soon"))) {
                assertThatThrownBy(() -> loyalty.execute(empty))
                        .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
                        .extracting(InvalidInputException::violations, InstanceOfAssertFactories.list(Violation.class))
                        .extracting(Violation::path)
                        .containsExactly("actor", "id", "lastDayText", "of", "reason");
            }
        }

        @Test
        void of_ones_own_points_is_refused() {
            loyalty.purchase(ORDER).receipt();
            assertThat(refused(extends_(ORDER, "2026-07-15").by("ana"))).isEqualTo(new Refusal.OwnAccount("ana"));
        }
    }

    @Nested
    final class A_reinstatement {
        @Test
        void brings_back_what_has_lapsed() {
            loyalty.purchase(ORDER).receipt();
            clock.set("2026-07-10T00:00:00Z");
            assertThat(account().available()).isZero();
            Receipt receipt = booked(reinstates(ORDER, "2026-07-20"));

            assertThat(receipt.posting().moved(Bucket.EXPIRED, Bucket.AVAILABLE))
                    .isEqualTo(100);
            assertThat(account().available()).isEqualTo(100);
            clock.set("2026-07-20T23:00:00Z");
            assertThat(account().available()).isZero();
            assertThat(loyalty.journal(ANA).statement())
                    .anySatisfy(line -> assertThat(line.text()).contains("100 brought back after they expired"));
        }

        @Test
        void of_what_lapsed_longer_ago_than_the_program_says_is_refused() {
            loyalty.purchase(ORDER).receipt();
            clock.set("2026-08-01T22:59:59Z");
            booked(reinstates(ORDER, "2026-08-02"));
            clock.set("2026-09-03T00:00:00Z");
            refusedBecause(
                    Reinstatement.of(ORDER, "case-3")
                            .through("2026-10-01")
                            .by("agent-12")
                            .because("strike"),
                    "none of them lapsed less than P1M ago");
        }

        @Test
        void is_refused_unless_the_program_says() {
            loyalty = staffed(aMonth());
            loyalty.purchase(ORDER).receipt();
            clock.set("2026-07-10T00:00:00Z");
            refusedBecause(reinstates(ORDER, "2026-07-20"), "the program brings none back");
        }

        @Test
        void to_a_day_that_is_over_or_of_points_that_are_there_is_refused() {
            loyalty.purchase(ORDER).receipt();
            refusedBecause(reinstates(ORDER, "2026-07-20"), "none of them lapsed less than P1M ago");
            clock.set("2026-07-10T12:00:00Z");
            refusedBecause(reinstates(ORDER, "2026-07-09"), "that day is over");
            booked(reinstates(ORDER, "2026-07-10"));
        }

        @Test
        void pays_a_debt_first() {
            loyalty.purchase(ORDER).receipt();
            clock.set("2026-06-20T12:00:00Z");
            Order other = order(ANA, "o-2", "80.00");
            loyalty.purchase(other).receipt();
            clock.set("2026-07-10T12:00:00Z");
            loyalty.purchase(order(ANA, "o-3", "1.00").redeem("eighty")).receipt();
            loyalty.cancel(other).receipt();
            assertThat(account().debt()).isEqualTo(80);
            booked(reinstates(ORDER, "2026-07-20"));

            assertThat(account().debt()).isZero();
            assertThat(account().available()).isEqualTo(20);
        }

        @Test
        void has_one_effect() {
            loyalty.purchase(ORDER).receipt();
            clock.set("2026-07-10T00:00:00Z");
            booked(reinstates(ORDER, "2026-07-20"));
            assertThat(loyalty.execute(reinstates(ORDER, "2026-07-20"))).isInstanceOf(Outcome.Replayed.class);
            assertThatThrownBy(() -> loyalty.execute(reinstates(ORDER, "2026-07-21")))
                    .isInstanceOf(ConflictingRequestException.class);
        }

        @Test
        void is_taken_back_with_its_order() {
            loyalty.purchase(ORDER).receipt();
            clock.set("2026-07-10T00:00:00Z");
            booked(reinstates(ORDER, "2026-07-20"));
            loyalty.cancel(ORDER).receipt();
            assertThat(account().available()).isZero();
            assertThat(account().debt()).isZero();
        }
    }
}
