package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Outcome.Applied;
import io.loyalty4j.ledger.Outcome.Refused;
import io.loyalty4j.ledger.Outcome.Replayed;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.RefusedException;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The one door, from basket to return: what a shop writes, and what it must be able to rely on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LoyaltyEngineTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");

    private LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    private static Order order(MemberId member, String id, String price) {
        return Order.of(member, id).currency("GBP").line(OrderLine.of("thing", price));
    }

    private void nothingWasWritten(MemberId member) {
        assertThat(store.postings(member)).isEmpty();
        assertThat(store.find(member)).isEmpty();
    }

    @Nested
    final class The_five_lines_of_a_checkout {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());
        private final Order order = Order.of(ANA, "A-1001")
                .currency("USD")
                .line(OrderLine.of("perfume", "60.00").times(2).category("fragrance"))
                .redeem("cash-10");

        /** 100 for the first order and 500 for its dollars. */
        private void anEarlierOrder() {
            loyalty.purchase(Order.of(ANA, "A-1000").currency("USD").line(OrderLine.of("chair", "500.00")));
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
        }

        @Test
        void go_from_quote_to_reserve_to_purchase_to_refund_to_cancel() {
            anEarlierOrder();

            Quote quote = loyalty.quote(order);
            assertThat(quote.refusal()).isEmpty();
            assertThat(quote.points()).isEqualTo(110);
            assertThat(quote.pointsOf("perfume")).isEqualTo(110);
            assertThat(quote.toPay()).isEqualTo(Money.of("110.00", "USD"));
            assertThat(quote.discount()).isEqualTo(Money.of("10.00", "USD"));
            assertThat(quote.reward("cash-10").orElseThrow().takeable()).isTrue();
            assertThat(quote.silent())
                    .extracting(silence -> silence.rule())
                    .containsExactly("first-order", "fragrance-week");
            assertThat(quote.explain()).contains("cash-10", "base", "110");
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);

            Outcome held = loyalty.reserve(order);
            assertThat(held).isInstanceOf(Applied.class);
            assertThat(held.receipt().heldUntil()).contains(Instant.parse("2026-06-01T13:00:00Z"));
            assertThat(loyalty.account(ANA).available()).isEqualTo(100);
            assertThat(loyalty.account(ANA).held()).isEqualTo(500);

            Receipt receipt = loyalty.purchase(order).receipt();
            assertThat(receipt.earned()).isEqualTo(110);
            assertThat(receipt.redeemed()).isEqualTo(500);
            assertThat(receipt.available()).isEqualTo(210);
            assertThat(receipt.discount()).contains(Money.of("10.00", "USD"));
            assertThat(receipt.discountOf("perfume")).contains(Money.of("10.00", "USD"));
            assertThat(receipt.tier()).isEqualTo("VIB");
            assertThat(receipt.awards()).extracting(Award::rule).containsExactly("base");

            Receipt back =
                    loyalty.refund(Refund.of(order, "rma-7").line("perfume", 1)).receipt();
            assertThat(back.restored()).isEqualTo(250);
            assertThat(back.revoked()).isEqualTo(55);
            assertThat(back.available()).isEqualTo(405);

            Receipt undone = loyalty.cancel(order).receipt();
            assertThat(undone.restored()).isEqualTo(250);
            assertThat(undone.revoked()).isEqualTo(55);
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
            assertThat(loyalty.account(ANA).held()).isZero();
            Journal journal = loyalty.journal(ANA);
            assertThat(journal.verify().findings()).isEmpty();
            assertThat(journal.order("A-1001").orElseThrow().state()).isEqualTo(OrderPosition.State.CANCELLED);
            assertThat(journal.statement())
                    .extracting(Journal.Line::available)
                    .containsExactly(600L, 100L, 210L, 405L, 600L);
        }

        @Test
        void give_the_quoted_points_when_they_are_taken_up_at_the_same_instant() {
            clock.set("2026-11-21T12:00:00Z");

            Quote quote = loyalty.quote(order.withoutRewards());
            Receipt receipt = loyalty.purchase(order.withoutRewards()).receipt();

            assertThat(receipt.earned()).isEqualTo(quote.points()).isEqualTo(580);
            assertThat(receipt.awards()).isEqualTo(quote.awards());
        }

        @Test
        void release_what_is_held_if_the_order_is_cancelled_before_it_is_paid() {
            anEarlierOrder();
            loyalty.reserve(order);

            loyalty.cancel(order);

            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
            assertThat(loyalty.purchase(order)).isInstanceOf(Applied.class);
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
        }

        @Test
        void let_a_hold_time_out_by_the_clock_alone() {
            anEarlierOrder();
            loyalty.reserve(order);

            clock.pass(Duration.ofHours(1).minusMillis(1));
            assertThat(loyalty.account(ANA).held()).isEqualTo(500);
            clock.pass(Duration.ofMillis(1));

            assertThat(loyalty.account(ANA).held()).isZero();
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
            assertThat(loyalty.purchase(order).receipt().redeemed()).isEqualTo(500);
        }

        @Test
        void do_not_extend_a_hold_that_is_reserved_again() {
            anEarlierOrder();
            Outcome first = loyalty.reserve(order);
            clock.pass(Duration.ofMinutes(30));

            Outcome again = loyalty.reserve(order);

            assertThat(again).isInstanceOf(Replayed.class);
            assertThat(again.receipt().heldUntil()).isEqualTo(first.receipt().heldUntil());
            assertThat(loyalty.journal(ANA).postings()).hasSize(2);
        }

        @Test
        void end_at_A_when_A_then_B_then_A_is_chosen() {
            anEarlierOrder();
            loyalty.reserve(order);
            loyalty.reserve(order.withoutRewards());
            assertThat(loyalty.account(ANA).held()).isZero();

            Outcome third = loyalty.reserve(order);

            assertThat(third).isInstanceOf(Applied.class);
            assertThat(loyalty.account(ANA).held()).isEqualTo(500);
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void refuse_with_the_facts_what_the_member_cannot_afford() {
            Outcome held = loyalty.reserve(order);

            assertThat(held).isEqualTo(new Refused(new Refusal.InsufficientPoints("cash-10", 500, 0)));
            assertThat(held.refusal()).contains(new Refusal.InsufficientPoints("cash-10", 500, 0));
            assertThatThrownBy(held::receipt)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("cash-10 needs 500 points, 0 are available");
            nothingWasWritten(ANA);
        }

        @Test
        void quote_what_a_refused_order_would_earn_without_its_rewards() {
            Quote quote = loyalty.quote(order);

            assertThat(quote.refusal()).contains(new Refusal.InsufficientPoints("cash-10", 500, 0));
            assertThat(quote.points()).isEqualTo(220);
            assertThat(quote.toPay()).isEqualTo(Money.of("120.00", "USD"));
            nothingWasWritten(ANA);
        }
    }

    @Nested
    final class A_repetition {
        private final LoyaltyEngine loyalty = running(Programs.plain());

        @Test
        void is_answered_with_the_first_receipt_and_writes_nothing() {
            Outcome first = loyalty.purchase(order(ANA, "1", "20.00"));
            loyalty.purchase(order(ANA, "2", "20.00"));

            Outcome again = loyalty.purchase(order(ANA, "1", "20.00"));

            assertThat(again).isEqualTo(new Replayed(first.receipt()));
            assertThat(again.receipt().available()).isEqualTo(20);
            assertThat(loyalty.account(ANA).available()).isEqualTo(40);
        }

        @Test
        void is_answered_before_the_clock_is_looked_at() {
            Outcome first = loyalty.purchase(order(ANA, "1", "20.00"));
            clock.set("2020-01-01T00:00:00Z");

            assertThat(loyalty.purchase(order(ANA, "1", "20.00"))).isEqualTo(new Replayed(first.receipt()));
        }

        @Test
        void with_another_content_is_a_conflict_that_names_the_field() {
            loyalty.purchase(order(ANA, "1", "20.00"));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "21.00")))
                    .isInstanceOfSatisfying(ConflictingRequestException.class, conflict -> {
                        assertThat(conflict.requestId()).isEqualTo("order/1@1");
                        assertThat(conflict.differingField()).isEqualTo("line.thing.price");
                    });
            assertThat(loyalty.account(ANA).available()).isEqualTo(20);
        }

        @Test
        void of_a_refused_command_may_succeed_later() {
            Order tooEarly = order(ANA, "1", "20.00").at(Instant.parse("2026-06-01T13:00:00Z"));
            assertThat(loyalty.purchase(tooEarly)).isInstanceOf(Refused.class);
            clock.pass(Duration.ofHours(1));

            assertThat(loyalty.purchase(tooEarly)).isInstanceOf(Applied.class);
        }

        @Test
        void of_another_members_order_is_another_order() {
            loyalty.purchase(order(ANA, "1", "20.00"));

            assertThat(loyalty.purchase(order(BEN, "1", "30.00"))).isInstanceOf(Applied.class);
        }
    }

    @Nested
    final class Several_commands_at_once {
        private final LoyaltyEngine loyalty = running(Programs.plain());

        @Test
        void are_not_booked_at_all_if_one_is_invalid() {
            Order invalid =
                    order(ANA, "2", "20.00").line(OrderLine.of("other", "1.00").times(0));

            assertThatThrownBy(() -> loyalty.executeAll(List.of(order(ANA, "1", "20.00"), invalid)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("lines[1].quantity");
            nothingWasWritten(ANA);
        }

        @Test
        void are_answered_in_their_order_and_build_on_each_other() {
            List<Outcome> outcomes = loyalty.executeAll(List.of(
                    order(ANA, "1", "20.00"),
                    order(BEN, "1", "5.00").redeem("ten"),
                    order(ANA, "2", "5.00").redeem("ten"),
                    Refund.of(order(ANA, "1", "20.00"), "r").line("thing", 1)));

            assertThat(outcomes).hasSize(4);
            assertThat(outcomes.get(0).receipt().available()).isEqualTo(20);
            assertThat(outcomes.get(1).refusal()).contains(new Refusal.InsufficientPoints("ten", 10, 0));
            assertThat(outcomes.get(2).receipt().available()).isEqualTo(14);
            assertThat(outcomes.get(3).receipt().revoked()).isEqualTo(20);
            assertThat(loyalty.account(ANA).debt()).isEqualTo(6);
        }

        @Test
        void have_one_effect_and_two_answers_for_one_key() {
            Order order = order(ANA, "1", "20.00");

            List<Outcome> outcomes = loyalty.executeAll(List.of(order, order));

            assertThat(outcomes.get(0)).isInstanceOf(Applied.class);
            assertThat(outcomes.get(1)).isEqualTo(new Replayed(outcomes.get(0).receipt()));
            assertThat(loyalty.account(ANA).available()).isEqualTo(20);
        }

        @Test
        void see_the_profile_that_one_of_them_enrolled() {
            LoyaltyEngine campus = running(Programs.campus());

            List<Outcome> outcomes =
                    campus.executeAll(List.of(Member.of(ANA).with("segment", "student"), order(ANA, "1", "20.00")));

            assertThat(outcomes.get(1).receipt().earned()).isEqualTo(70);
        }

        @Test
        void are_not_stopped_by_one_among_them_that_conflicts() {
            loyalty.purchase(order(ANA, "2", "20.00"));

            List<Outcome> outcomes = loyalty.executeAll(
                    List.of(order(ANA, "1", "20.00"), order(ANA, "2", "21.00"), order(ANA, "3", "20.00")));

            assertThat(outcomes)
                    .extracting(outcome -> outcome.getClass().getSimpleName())
                    .containsExactly("Applied", "Refused", "Applied");
            assertThat(outcomes.get(1).refusal())
                    .contains(new Refusal.RequestConflicts("order/2@1", "line.thing.price"));
            assertThat(loyalty.account(ANA).available()).isEqualTo(60);
        }

        @Test
        void may_be_none() {
            assertThat(loyalty.executeAll(List.of())).isEmpty();
        }
    }

    @Nested
    final class Enrolment {
        @Test
        void opens_an_account_once_and_replaces_the_profile_every_time() {
            LoyaltyEngine campus = running(Programs.campus());

            assertThat(campus.enrol(Member.of(ANA))).isInstanceOf(Applied.class);
            assertThat(campus.purchase(order(ANA, "1", "20.00")).receipt().earned())
                    .isEqualTo(20);
            assertThat(campus.enrol(Member.of(ANA).with("segment", "student"))).isInstanceOf(Replayed.class);
            assertThat(campus.purchase(order(ANA, "2", "20.00")).receipt().earned())
                    .isEqualTo(70);
            assertThat(campus.enrol(Member.of(ANA).with("segment", "teacher"))).isInstanceOf(Replayed.class);
            assertThat(campus.purchase(order(ANA, "3", "20.00")).receipt().earned())
                    .isEqualTo(20);

            assertThat(campus.journal(ANA).postings()).hasSize(4);
            assertThat(store.profile(ANA)).contains(Member.of(ANA).with("segment", "teacher"));
        }

        @Test
        void lets_a_quote_ask_the_profile_too() {
            LoyaltyEngine campus = running(Programs.campus());
            campus.enrol(Member.of(ANA).with("segment", "student"));

            assertThat(campus.quote(order(ANA, "1", "20.00")).points()).isEqualTo(70);
            assertThat(campus.quote(order(BEN, "1", "20.00")).points()).isEqualTo(20);
        }

        @Test
        void that_is_explicit_refuses_strangers_whatever_they_ask() {
            LoyaltyEngine explicit = running(Programs.beautyInsider().policy(Policy.Enrolment.EXPLICIT));
            Order order = Order.of(ANA, "1").currency("USD").line(OrderLine.of("thing", "20.00"));
            Refused stranger = new Refused(new Refusal.NotAMember(ANA));

            assertThat(explicit.purchase(order)).isEqualTo(stranger);
            assertThat(explicit.reserve(order.redeem("cash-10"))).isEqualTo(stranger);
            assertThat(explicit.cancel(order)).isEqualTo(stranger);
            assertThat(explicit.refund(Refund.of(order, "r").line("thing", 1))).isEqualTo(stranger);
            assertThat(explicit.record(Activity.of(ANA, "review", "1"))).isEqualTo(stranger);
            nothingWasWritten(ANA);

            explicit.enrol(Member.of(ANA));
            assertThat(explicit.purchase(order)).isInstanceOf(Applied.class);
        }

        @Test
        void keeps_no_profile_of_a_guest() {
            LoyaltyEngine campus = running(Programs.campus());

            assertThat(campus.enrol(Member.of(MemberId.GUEST).with("segment", "student")))
                    .isEqualTo(new Refused(new Refusal.NotAMember(MemberId.GUEST)));
            assertThat(store.profile(MemberId.GUEST)).isEmpty();
        }
    }

    @Nested
    final class A_guest {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());
        private final Order order =
                Order.of(MemberId.GUEST, "1").currency("USD").line(OrderLine.of("thing", "20.00"));

        @Test
        void may_ask_what_joining_would_bring() {
            Quote quote = loyalty.quote(order);

            assertThat(quote.points()).isEqualTo(120);
            assertThat(quote.tierAfter().code()).isEqualTo("INSIDER");
        }

        @Test
        void never_books() {
            Refused refused = new Refused(new Refusal.NotAMember(MemberId.GUEST));

            assertThat(loyalty.purchase(order)).isEqualTo(refused);
            assertThat(loyalty.reserve(order)).isEqualTo(refused);
            assertThat(loyalty.reserve(order.redeem("cash-10"))).isEqualTo(refused);
            assertThat(loyalty.cancel(order)).isEqualTo(refused);
            assertThat(loyalty.refund(Refund.of(order, "r").line("thing", 1))).isEqualTo(refused);
            assertThat(loyalty.record(Activity.of(MemberId.GUEST, "review", "1")))
                    .isEqualTo(refused);
            assertThat(loyalty.executeAll(List.of(order))).containsExactly(refused);
            nothingWasWritten(MemberId.GUEST);
        }
    }

    @Nested
    final class An_unknown_member {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());

        @Test
        void has_an_empty_account_in_the_base_tier() {
            var account = loyalty.account(ANA);

            assertThat(account.version()).isZero();
            assertThat(account.available()).isZero();
            assertThat(account.tier().code()).isEqualTo("INSIDER");
            assertThat(account.tier().next().orElseThrow().tier()).isEqualTo("VIB");
            nothingWasWritten(ANA);
        }

        @Test
        void has_an_empty_and_sound_journal() {
            Journal journal = loyalty.journal(ANA);

            assertThat(journal.postings()).isEmpty();
            assertThat(journal.statement()).isEmpty();
            assertThat(journal.order("1")).isEmpty();
            assertThat(journal.verify().sound()).isTrue();
            assertThat(journal.asOf("2026-01-01").available()).isZero();
        }
    }

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

    @Nested
    final class A_rule_of_ones_own {
        @Test
        void that_throws_fails_the_command_whole_and_is_named() {
            LoyaltyEngine loyalty = running(Programs.plain().earn("broken", occasion -> {
                throw new IllegalStateException("no weather today");
            }));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "20.00")))
                    .isInstanceOfSatisfying(
                            RuleFailedException.class,
                            failed -> assertThat(failed.rule()).isEqualTo("broken"))
                    .hasMessageContaining("no weather today");
            nothingWasWritten(ANA);
        }

        @Test
        @SuppressWarnings("NullAway")
        void that_gives_nothing_at_all_is_named_too() {
            LoyaltyEngine loyalty = running(Programs.plain().earn("broken", occasion -> null));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "20.00")))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("broken");
            nothingWasWritten(ANA);
        }

        @Test
        void whose_condition_throws_is_named_too() {
            LoyaltyEngine loyalty = running(Programs.plain()
                    .earn("broken", EarnRules.points(1).perOrder().when(Condition.of("it rains", occasion -> {
                        throw new IllegalStateException("no weather today");
                    }))));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "20.00")))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("broken");
            nothingWasWritten(ANA);
        }
    }

    @Nested
    final class An_activity {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());

        @Test
        void earns_once_a_day_of_the_programs_zone() {
            clock.set("2026-06-02T03:00:00Z");
            assertThat(loyalty.record(Activity.of(ANA, "review", "1")).receipt().earned())
                    .isEqualTo(25);
            clock.set("2026-06-02T03:59:59.999Z");
            assertThat(loyalty.record(Activity.of(ANA, "review", "2")).receipt().earned())
                    .isZero();
            clock.set("2026-06-02T04:00:00Z");
            assertThat(loyalty.record(Activity.of(ANA, "review", "3")).receipt().earned())
                    .isEqualTo(25);
        }

        @Test
        void that_no_rule_knows_is_refused_with_those_that_are_known() {
            assertThat(loyalty.record(Activity.of(ANA, "revue", "1")).refusal())
                    .contains(new Refusal.ActivityNotInProgram("revue", List.of("review")));
            nothingWasWritten(ANA);
        }
    }

    @Nested
    final class Two_engines_on_one_store {
        private final LoyaltyEngine first = running(Programs.plain());
        private final LoyaltyEngine second = running(Programs.plain()
                .version("2")
                .inForceFrom("2026-07-01")
                .earn("more", EarnRules.points(7).perOrder()));

        private long adoptions() {
            return store.postings(ANA)
                    .filter(posting -> posting.header().kind() == Posting.Kind.ADOPT)
                    .count();
        }

        @Test
        void take_over_a_new_version_once_and_the_older_engine_is_told() {
            first.purchase(order(ANA, "1", "20.00"));
            assertThat(second.purchase(order(ANA, "2", "20.00")).refusal().orElseThrow())
                    .isInstanceOf(Refusal.ProgramNotInForce.class);
            clock.set("2026-07-02T12:00:00Z");

            for (int round = 0; round < 3; round++) {
                assertThat(second.purchase(order(ANA, "second-" + round, "20.00"))
                                .receipt()
                                .earned())
                        .isEqualTo(27);
                assertThat(first.purchase(order(ANA, "first-" + round, "20.00")).refusal())
                        .contains(new Refusal.ProgramOutdated("1", "2"));
            }

            assertThat(adoptions()).isEqualTo(1);
            assertThat(second.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void still_replay_on_the_older_one_what_was_booked() {
            Outcome booked = first.purchase(order(ANA, "1", "20.00"));
            clock.set("2026-07-02T12:00:00Z");
            second.purchase(order(ANA, "2", "20.00"));

            assertThat(first.purchase(order(ANA, "1", "20.00"))).isEqualTo(new Replayed(booked.receipt()));
        }

        @Test
        void read_the_right_balance_on_the_older_one_too() {
            LoyaltyEngine old = running(Programs.campus());
            LoyaltyEngine young = running(Programs.campus().version("2").inForceFrom("2026-06-02"));
            clock.set("2026-06-02T12:00:00Z");
            young.purchase(order(ANA, "1", "20.00"));
            clock.passMonths(1);
            assertThat(young.account(ANA).available()).isEqualTo(20);

            assertThat(old.account(ANA).available()).isEqualTo(20);
            clock.passMonths(13);
            assertThat(old.account(ANA).available()).isZero();
        }

        @Test
        void take_it_over_when_housekeeping_comes_first() {
            LoyaltyEngine old = running(Programs.campus());
            LoyaltyEngine young = running(Programs.campus().version("2").inForceFrom("2026-06-10"));
            old.purchase(order(ANA, "1", "20.00"));
            clock.set("2026-06-20T12:00:00Z");

            assertThat(young.runDue(clock.instant()).booked()).isEqualTo(1);

            assertThat(store.postings(ANA))
                    .extracting(posting -> posting.header().kind())
                    .containsExactly(Posting.Kind.COMMAND, Posting.Kind.ADOPT, Posting.Kind.TIME);
            assertThat(young.account(ANA).available()).isEqualTo(20);
        }
    }

    @Test
    void an_engine_of_a_program_alone_keeps_everything_in_memory_by_the_systems_clock() {
        LoyaltyEngine loyalty = LoyaltyEngine.of(Programs.plain().build());

        assertThat(loyalty.purchase(order(ANA, "1", "20.00")).receipt().earned())
                .isEqualTo(20);
        assertThat(loyalty.account(ANA).available()).isEqualTo(20);
        assertThat(loyalty.journal(ANA).verify().sound()).isTrue();
    }
}
