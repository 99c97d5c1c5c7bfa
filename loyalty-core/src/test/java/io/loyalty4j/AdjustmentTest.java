package io.loyalty4j;

import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.MEMBERSHIP_YEAR;
import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.Enrolment;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Points that people of the shop give and take: within limits, seen by a second pair of eyes, and never their own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AdjustmentTest extends StaffFixture {
    @Nested
    final class Points_given {
        @Test
        void are_available_at_once_whatever_the_program_says_of_waiting() {
            loyalty = staffed(Programs.plain().activation(Activation.after(Period.ofDays(14))));
            Receipt receipt = booked(adds(200, "case-1"));

            assertThat(receipt.earned()).isEqualTo(200);
            assertThat(receipt.awards())
                    .extracting(award -> award.rule(), award -> award.points(), award -> award.why())
                    .containsExactly(tuple("~adjustment", 200L, "late-delivery"));
            assertThat(account().available()).isEqualTo(200);
            assertThat(account().pending()).isZero();
        }

        @Test
        void live_as_long_as_others() {
            loyalty = staffed(Programs.plain().expiry(Expiry.after(Period.ofMonths(1))));
            booked(adds(200, "case-1"));

            clock.set("2026-07-01T22:59:59Z");
            assertThat(account().available()).isEqualTo(200);
            clock.set("2026-07-01T23:00:00Z");
            assertThat(account().available()).isZero();
        }

        @Test
        void pay_a_debt_first() {
            loyalty.purchase(order(ANA, "o-1", "80.00")).receipt();
            loyalty.purchase(order(ANA, "o-2", "1.00").redeem("eighty")).receipt();
            loyalty.refund(Refund.of(order(ANA, "o-1", "80.00"), "r-1").line("thing", 1))
                    .receipt();
            assertThat(account().debt()).isEqualTo(80);
            booked(adds(100, "case-1"));

            assertThat(account().debt()).isZero();
            assertThat(account().available()).isEqualTo(20);
        }

        @Test
        void say_who_and_why() {
            Posting posting = booked(adds(200, "case-1")).posting();

            assertThat(posting.header().person())
                    .contains(new Posting.Person("agent-12", "late-delivery", Optional.empty()));
            assertThat(posting.header().requestId()).isEqualTo("adjust/case-1");
        }

        @Test
        void are_never_more_than_an_account_can_have() {
            loyalty = staffed(Programs.plain().adjustments(AdjustmentLimits.upTo(1_000_000_000_000_000L)));
            booked(adds(999_999_999_999_995L, "case-1"));

            assertThat(refused(adds(10, "case-2"))).isInstanceOf(Refusal.LimitReached.class);
            booked(adds(5, "case-3"));
            assertThat(account().available()).isEqualTo(1_000_000_000_000_000L);
        }
    }

    @Nested
    final class Points_taken {
        @Test
        void come_from_the_lots_that_pay_first() {
            loyalty = staffed(Programs.plain().expiry(Expiry.after(Period.ofDays(30))));
            booked(adds(100, "early"));
            clock.pass(Duration.ofDays(1));
            booked(adds(100, "late"));
            Receipt receipt = booked(takes(150, "case-1"));

            assertThat(receipt.revoked()).isEqualTo(150);
            assertThat(account().lots())
                    .extracting(lot -> lot.source(), lot -> lot.remaining())
                    .containsExactly(tuple("adjust/late", 50L));
        }

        @Test
        void are_never_more_than_there_are() {
            booked(adds(100, "case-1"));

            assertThat(refused(takes(101, "case-2")))
                    .isEqualTo(new Refusal.InsufficientPoints("adjust/case-2", 101, 100));
            booked(takes(100, "case-3"));
            assertThat(account().available()).isZero();
        }
    }

    @Nested
    final class A_reversal {
        @Test
        void takes_back_what_was_given_into_debt_if_it_is_spent() {
            booked(adds(100, "case-1"));
            loyalty.purchase(order(ANA, "o-1", "1.00").redeem("eighty")).receipt();
            Receipt receipt = booked(undoes(adds(100, "case-1")));

            assertThat(receipt.revoked()).isEqualTo(100);
            assertThat(receipt.posting().header().requestId()).isEqualTo("reverse/case-1");
            assertThat(receipt.posting().header().person())
                    .contains(new Posting.Person("agent-7", "wrong-member", Optional.empty()));
            assertThat(account().debt()).isEqualTo(80);
        }

        @Test
        void gives_back_what_was_taken_with_the_expiry_it_had() {
            loyalty = staffed(Programs.plain().expiry(Expiry.after(Period.ofDays(30))));
            booked(adds(100, "early"));
            clock.pass(Duration.ofDays(10));
            booked(adds(100, "late"));
            booked(takes(150, "case-1"));
            clock.pass(Duration.ofDays(10));
            Receipt receipt = booked(undoes(takes(150, "case-1")));

            assertThat(receipt.earned()).isEqualTo(150);
            assertThat(account().available()).isEqualTo(200);
            clock.set("2026-07-01T23:00:00Z");
            assertThat(account().available()).isEqualTo(100);
            clock.set("2026-07-11T23:00:00Z");
            assertThat(account().available()).isZero();
        }

        @Test
        void gives_back_nothing_that_has_lapsed_meanwhile() {
            loyalty = staffed(Programs.plain().expiry(Expiry.after(Period.ofDays(30))));
            booked(adds(100, "given"));
            booked(takes(60, "case-1"));
            clock.pass(Duration.ofDays(40));
            Receipt receipt = booked(undoes(takes(60, "case-1")));

            assertThat(receipt.posting().moved(Bucket.AVAILABLE, Bucket.EXPIRED))
                    .isEqualTo(60);
            assertThat(account().available()).isZero();
        }

        @Test
        void of_a_deduction_pays_a_debt_first() {
            loyalty.purchase(order(ANA, "o-1", "80.00")).receipt();
            booked(takes(50, "case-1"));
            loyalty.cancel(order(ANA, "o-1", "80.00")).receipt();
            assertThat(account().debt()).isEqualTo(50);
            booked(undoes(takes(50, "case-1")));

            assertThat(account().debt()).isZero();
            assertThat(account().available()).isZero();
        }

        @Test
        void is_remembered_where_it_comes_before_its_adjustment() {
            booked(adds(100, "given"));
            booked(undoes(adds(70, "case-1")));
            booked(undoes(takes(70, "case-2")));
            booked(adds(70, "case-1"));
            assertThat(account().available()).isEqualTo(100);
            booked(takes(70, "case-2"));
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void has_one_effect() {
            booked(adds(100, "case-1"));
            booked(takes(30, "case-2"));
            booked(undoes(takes(30, "case-2")));
            booked(undoes(adds(100, "case-1")));

            assertThat(loyalty.execute(undoes(adds(100, "case-1")))).isInstanceOf(Outcome.Replayed.class);
            assertThat(loyalty.execute(undoes(takes(30, "case-2")))).isInstanceOf(Outcome.Replayed.class);
            assertThatThrownBy(() -> loyalty.execute(undoes(adds(100, "case-1")).by("agent-8")))
                    .isInstanceOf(ConflictingRequestException.class);
            assertThat(account().available()).isZero();
        }
    }

    @Nested
    final class The_same_again {
        @Test
        void has_one_effect() {
            Receipt first = booked(adds(100, "case-1"));

            Outcome second = loyalty.execute(adds(100, "case-1"));
            assertThat(second).isInstanceOf(Outcome.Replayed.class);
            assertThat(second.receipt()).isEqualTo(first);
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void with_another_content_is_told() {
            booked(adds(100, "case-1"));

            for (Adjustment other : List.of(
                    adds(101, "case-1"),
                    takes(100, "case-1").because("late-delivery"),
                    adds(100, "case-1").by("agent-13"),
                    adds(100, "case-1").because("other"))) {
                assertThatThrownBy(() -> loyalty.execute(other)).isInstanceOf(ConflictingRequestException.class);
            }
        }
    }

    @Nested
    final class Bad_input {
        @Test
        void is_listed_with_paths() {
            assertThatThrownBy(() -> loyalty.execute(Adjustment.add(ANA, "two words", 0)))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
                    .extracting(InvalidInputException::violations, InstanceOfAssertFactories.list(Violation.class))
                    .extracting(Violation::path)
                    .containsExactly("actor", "id", "points", "reason");
            nothingWasWritten(ANA);
        }

        @Test
        void never_turns_a_sign() {
            for (long points : new long[] {0, -5, Long.MIN_VALUE, Long.MAX_VALUE}) {
                assertThatThrownBy(() -> loyalty.execute(adds(points, "case-1")))
                        .isInstanceOf(InvalidInputException.class);
                assertThatThrownBy(() -> loyalty.execute(takes(points, "case-1")))
                        .isInstanceOf(InvalidInputException.class);
            }
        }

        @Test
        void of_a_reversal_without_who_and_why_is_refused_too() {
            assertThatThrownBy(() -> loyalty.execute(adds(1, "case-1").reversal()))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
                    .extracting(InvalidInputException::violations, InstanceOfAssertFactories.list(Violation.class))
                    .extracting(Violation::path)
                    .containsExactly("actor", "reason");
        }

        @Test
        void is_a_guest_or_where_enrolment_is_explicit_a_stranger() {
            assertThat(refused(
                            Adjustment.add(MemberId.GUEST, "case-1", 1).by("a").because("b")))
                    .isInstanceOf(Refusal.NotAMember.class);
            loyalty = staffed(Programs.plain().policy(Enrolment.EXPLICIT));
            assertThat(refused(adds(1, "case-1"))).isEqualTo(new Refusal.NotAMember(ANA));
        }
    }

    @Nested
    final class Limits {
        @Test
        void hold_for_each_adjustment_and_are_ten_thousand_unless_the_program_says() {
            assertThat(refused(adds(10_001, "case-1")))
                    .isEqualTo(new Refusal.LimitReached("points of one adjustment", 10_000));
            booked(adds(10_000, "case-2"));
            assertThat(refused(takes(10_001, "case-3"))).isInstanceOf(Refusal.LimitReached.class);
        }

        @Test
        void ask_for_a_second_person() {
            loyalty = staffed(
                    Programs.plain().adjustments(AdjustmentLimits.upTo(1_000).approvedAbove(200)));
            booked(adds(200, "case-1"));
            assertThat(refused(adds(201, "case-2"))).isEqualTo(new Refusal.ApprovalNeeded(201, 200));
            assertThat(refused(takes(201, "case-3"))).isInstanceOf(Refusal.ApprovalNeeded.class);

            approver = Optional.of("boss");
            assertThat(booked(adds(201, "case-2")).posting().header().person())
                    .contains(new Posting.Person("agent-12", "late-delivery", Optional.of("boss")));
            assertThat(refused(adds(1_001, "case-4"))).isInstanceOf(Refusal.LimitReached.class);
        }

        @Test
        void ask_only_about_what_is_over_them_and_never_about_a_repetition() {
            List<Command> asked = new ArrayList<>();
            loyalty = LoyaltyEngine.builder(Programs.plain()
                            .adjustments(AdjustmentLimits.upTo(1_000).approvedAbove(200))
                            .build())
                    .store(store)
                    .clock(clock)
                    .approvals(command -> {
                        asked.add(command);
                        return Optional.of("boss");
                    })
                    .build();
            booked(adds(200, "case-1"));
            booked(adds(201, "case-2"));
            loyalty.execute(adds(201, "case-2"));
            loyalty.purchase(order(ANA, "o-1", "500.00")).receipt();

            assertThat(asked).containsExactly(adds(201, "case-2"));
        }

        @Test
        void are_not_lifted_by_the_actor_or_the_member() {
            loyalty = staffed(
                    Programs.plain().adjustments(AdjustmentLimits.upTo(1_000).approvedAbove(200)));
            loyalty.enrol(Member.of(ANA).person("p-1"));
            for (String nobodyElse : List.of("agent-12", "ana", "p-1")) {
                approver = Optional.of(nobodyElse);
                assertThat(refused(adds(201, "case-1"))).isInstanceOf(Refusal.ApprovalNeeded.class);
            }
        }

        @Test
        void of_a_person_stop_who_splits_one_large_adjustment_into_many_small_ones() {
            loyalty = staffed(Programs.plain()
                    .adjustments(AdjustmentLimits.upTo(1_000).approvedAbove(200).perActor(500, MONTH)));
            booked(adds(200, "case-1"));
            booked(Adjustment.add(BEN, "case-1", 200).by("agent-12").because("late"));

            assertThat(refused(adds(101, "case-2"))).isInstanceOf(Refusal.LimitReached.class);
            assertThat(refused(takes(101, "case-3"))).isInstanceOf(Refusal.LimitReached.class);
            booked(takes(100, "case-4"));
            assertThat(refused(adds(1, "case-5"))).isInstanceOf(Refusal.LimitReached.class);
            booked(adds(1, "case-6").by("agent-13"));
            clock.set("2026-06-30T23:00:00Z");
            booked(adds(200, "case-7"));
            assertThat(account().available()).isEqualTo(200 - 100 + 1 + 200);
        }

        @Test
        void of_a_person_are_used_once_by_a_repetition_and_not_by_what_is_refused() {
            loyalty = staffed(
                    Programs.plain().adjustments(AdjustmentLimits.upTo(1_000).perActor(500, DAY)));
            booked(adds(300, "case-1"));
            loyalty.execute(adds(300, "case-1"));
            refused(takes(301, "case-2"));
            booked(takes(200, "case-3"));

            assertThat(store.taken("actor/agent-12/DAY/2026-06-01")).isEqualTo(500);
            assertThat(store.unsettled(clock.instant().plus(Duration.ofDays(1)), 10))
                    .isEmpty();
        }

        @Test
        void of_a_person_are_settled_by_housekeeping_where_a_crash_came_between() {
            HookedStore breaking = new HookedStore(store);
            loyalty = LoyaltyEngine.builder(Programs.plain()
                            .adjustments(AdjustmentLimits.upTo(1_000).perActor(500, DAY))
                            .build())
                    .store(breaking)
                    .clock(clock)
                    .build();
            breaking.breaksAfter(request -> true);
            assertThatThrownBy(() -> loyalty.execute(adds(300, "case-1"))).isInstanceOf(RuntimeException.class);
            breaking.breaksAfter(request -> false);
            clock.pass(Duration.ofMinutes(11));
            loyalty.runDue();

            assertThat(store.unsettled(clock.instant(), 10)).isEmpty();
            assertThat(store.taken("actor/agent-12/DAY/2026-06-01")).isEqualTo(300);
            assertThat(account().available()).isEqualTo(300);
        }

        @Test
        void of_a_person_hold_in_executeAll_too() {
            loyalty = staffed(
                    Programs.plain().adjustments(AdjustmentLimits.upTo(1_000).perActor(500, DAY)));
            List<Outcome> outcomes = loyalty.executeAll(List.of(adds(400, "a"), adds(200, "b"), adds(100, "c")));

            assertThat(outcomes)
                    .extracting(outcome -> outcome.refusal().isPresent())
                    .containsExactly(false, true, false);
        }

        @Test
        void of_a_program_are_checked() {
            assertThatThrownBy(() -> Programs.plain()
                            .adjustments(
                                    AdjustmentLimits.upTo(0).approvedAbove(-1).perActor(0, MEMBERSHIP_YEAR))
                            .build())
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
                    .extracting(InvalidInputException::violations, InstanceOfAssertFactories.list(Violation.class))
                    .extracting(Violation::path)
                    .containsExactly(
                            "adjustments.approvedAbove",
                            "adjustments.perActor",
                            "adjustments.perActor",
                            "adjustments.upTo");
        }
    }

    @Nested
    final class Nobody {
        @Test
        void adjusts_their_own_account() {
            loyalty.enrol(Member.of(ANA).person("agent-12"));
            assertThat(refused(adds(1, "case-1"))).isEqualTo(new Refusal.OwnAccount("agent-12"));
            assertThat(refused(adds(1, "case-1").by("ana"))).isEqualTo(new Refusal.OwnAccount("ana"));
            assertThat(refused(takes(1, "case-1"))).isInstanceOf(Refusal.OwnAccount.class);

            booked(adds(100, "case-1").by("agent-13"));
            booked(takes(50, "case-2").by("agent-13"));
            assertThat(refused(takes(50, "case-2").reversal().by("agent-12").because("x")))
                    .isInstanceOf(Refusal.OwnAccount.class);
        }
    }
}
