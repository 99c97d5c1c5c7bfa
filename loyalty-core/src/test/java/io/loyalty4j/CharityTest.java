package io.loyalty4j;

import static io.loyalty4j.shop.Policy.RedeemedOnReturn.NEVER;
import static io.loyalty4j.shop.Policy.RedeemedOnReturn.ON_FULL_RETURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Donations;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.WhatIf;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.Enrolment;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members give a charity is on an account of its own, and the shop can say what it has to pay. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CharityTest extends CharityFixture {
    @BeforeEach
    void members_have_points() {
        has(ANA, 1_000);
        has(BEN, 1_000);
    }

    private Order withGoods(String... rewards) {
        Order order = order(ANA, "goods").line(line("soap", 2)).redeemAll(List.of(rewards));
        loyalty.purchase(order).receipt();
        return order;
    }

    @Nested
    final class A_donation {
        @Test
        void is_on_the_charitys_account_at_once() {
            gives(ANA, "donation-3", "red-cross");

            assertThat(account(RED_CROSS).available()).isEqualTo(300);
            assertThat(account(ANA).available()).isEqualTo(700);
            assertThat(store.messages(1)).isEmpty();
        }

        @Test
        void of_two_rewards_is_one_for_each_charity() {
            gives(ANA, "donation-3", "red-cross", "shelter", "red-cross-more");

            assertThat(balance(RED_CROSS)).isEqualTo(800);
            assertThat(balance(SHELTER)).isEqualTo(200);
            assertThat(month("red-cross", "2026-11").donations()).isEqualTo(1);
        }

        @Test
        void that_took_no_points_gives_none() {
            gives(ANA, "donation-3", "free");

            assertThat(loyalty.journal(SHELTER).postings()).isEmpty();
        }

        @Test
        void of_a_reservation_is_given_when_it_is_paid() {
            Order order = Order.of(ANA, "donation-3").redeem("red-cross");
            loyalty.reserve(order).receipt();
            assertThat(balance(RED_CROSS)).isZero();

            loyalty.purchase(order).receipt();
            assertThat(balance(RED_CROSS)).isEqualTo(300);
        }

        @Test
        void never_lapses_and_waits_for_nobody() {
            loyalty = running(program().expiry(Expiry.after(Period.ofDays(30))));
            gives(ANA, "donation-3", "red-cross");
            clock.passMonths(60);
            loyalty.runDue(clock.instant());

            assertThat(account(RED_CROSS).available()).isEqualTo(300);
            assertThat(account(RED_CROSS).nextDueAt()).isEmpty();
        }

        @Test
        void sent_again_is_given_once() {
            Order order = gives(ANA, "donation-3", "red-cross");
            loyalty.purchase(order).receipt();

            assertThat(balance(RED_CROSS)).isEqualTo(300);
        }

        @Test
        void of_another_donor_under_the_same_order_id_is_another() {
            gives(ANA, "donation-3", "red-cross");
            gives(BEN, "donation-3", "red-cross");

            assertThat(balance(RED_CROSS)).isEqualTo(600);
            assertThat(account(RED_CROSS).lots()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void arrives_after_a_crash(boolean before) {
            if (before) {
                store.breaksBefore(request -> request.member().equals(RED_CROSS));
            } else {
                store.breaksAfter(request -> request.member().equals(RED_CROSS));
            }
            gives(ANA, "donation-3", "red-cross");
            assertThat(store.messages(9)).hasSize(1);

            allIsDelivered();
            assertThat(balance(RED_CROSS)).isEqualTo(300);
        }

        @Test
        void needs_no_enrolment_of_the_charity() {
            loyalty.enrol(Member.of(ANA)).receipt();
            loyalty = running(program().policy(Enrolment.EXPLICIT));
            gives(ANA, "donation-3", "red-cross");

            assertThat(balance(RED_CROSS)).isEqualTo(300);
            assertThat(pays("red-cross", "p-1", 300).refusal()).isEmpty();
        }
    }

    @Nested
    final class What_gives_the_member_the_points_back {
        @Test
        void is_a_cancelled_order() {
            Order order = gives(ANA, "donation-3", "red-cross");
            loyalty.cancel(order).receipt();

            assertThat(balance(RED_CROSS)).isZero();
            assertThat(balance(ANA)).isEqualTo(1_000);
        }

        @Test
        void is_an_order_that_was_cancelled_before_it_came() {
            loyalty.cancel(Order.of(ANA, "donation-3")).receipt();
            gives(ANA, "donation-3", "red-cross");

            assertThat(balance(RED_CROSS)).isZero();
            assertThat(month("red-cross", "2026-11").takenBack()).isEqualTo(300);
        }

        @Test
        void is_the_last_piece_of_its_goods() {
            Order goods = withGoods("red-cross", "ten");
            loyalty.refund(refund(goods, "rma-1", 1)).receipt();
            assertThat(balance(RED_CROSS)).isEqualTo(300);

            loyalty.refund(refund(goods, "rma-2", 1)).receipt();
            assertThat(balance(RED_CROSS)).isZero();
            assertThat(balance(ANA)).isEqualTo(1_000);
        }

        @Test
        void is_all_of_the_order_where_the_program_says_so() {
            loyalty = running(program().policy(ON_FULL_RETURN));
            Order goods = withGoods("red-cross");
            loyalty.refund(refund(goods, "rma-1", 1)).receipt();
            assertThat(balance(RED_CROSS)).isEqualTo(300);
            loyalty.refund(refund(goods, "rma-2", 1)).receipt();
            assertThat(balance(RED_CROSS)).isZero();
        }

        @Test
        void is_nothing_where_the_program_never_does() {
            loyalty = running(program().policy(NEVER));
            loyalty.cancel(withGoods("red-cross")).receipt();

            assertThat(balance(RED_CROSS)).isEqualTo(300);
            assertThat(balance(ANA)).isEqualTo(700);
        }

        @Test
        void is_an_edit_without_it_also_where_returns_never_do() {
            loyalty = running(program().policy(NEVER));
            Order order = gives(ANA, "donation-3", "red-cross", "shelter");
            loyalty.purchase(Order.of(ANA, "donation-3").redeem("shelter").revision(2))
                    .receipt();

            assertThat(balance(RED_CROSS)).isZero();
            assertThat(balance(SHELTER)).isEqualTo(200);
            assertThat(loyalty.execute(order).refusal()).isEmpty();
            assertThat(balance(RED_CROSS)).isZero();
        }

        @Test
        void and_a_later_edit_can_give_it_again() {
            gives(ANA, "donation-3", "red-cross");
            Order edit = Order.of(ANA, "donation-3");
            loyalty.purchase(edit.revision(2)).receipt();
            loyalty.purchase(edit.redeem("red-cross-more").revision(3)).receipt();
            assertThat(balance(RED_CROSS)).isEqualTo(500);

            loyalty.cancel(edit.revision(3)).receipt();
            assertThat(balance(RED_CROSS)).isZero();
            assertThat(balance(ANA)).isEqualTo(1_000);
        }

        @Test
        void takes_them_also_from_a_charity_that_was_paid_whatever_returns_may_take_from_members() {
            loyalty = running(program().policy(ClawBack.WITHIN_BALANCE));
            Order order = gives(ANA, "donation-3", "red-cross");
            pays("red-cross", "p-1", 250).receipt();
            loyalty.cancel(order).receipt();
            assertThat(account(RED_CROSS).debt()).isEqualTo(250);
            assertThat(balance(RED_CROSS)).isEqualTo(-250);

            gives(BEN, "donation-4", "red-cross");
            assertThat(account(RED_CROSS).debt()).isZero();
            assertThat(account(RED_CROSS).available()).isEqualTo(50);
        }

        @Test
        void may_be_told_before_the_gift() {
            store.breaksBefore(request -> request.id().orElse("").startsWith("donation/"));
            loyalty.cancel(gives(ANA, "donation-3", "red-cross")).receipt();
            assertThat(account(RED_CROSS).debt()).isEqualTo(300);

            allIsDelivered();
            assertThat(balance(RED_CROSS)).isZero();
            assertThat(account(RED_CROSS).debt()).isZero();
        }

        @Test
        void is_also_what_comes_back_of_an_account_that_was_frozen_closed_or_merged() {
            Order first = gives(ANA, "donation-1", "red-cross");
            Order second = gives(ANA, "donation-2", "red-cross");
            Order third = gives(BEN, "donation-3", "red-cross");
            loyalty.execute(StatusChange.freeze(ANA, "case-1").by("agent").because("theft"))
                    .receipt();
            loyalty.cancel(first).receipt();
            assertThat(balance(RED_CROSS)).isEqualTo(600);
            loyalty.execute(StatusChange.close(ANA, "case-2").by("agent").because("theft"))
                    .receipt();
            loyalty.cancel(second).receipt();
            assertThat(balance(RED_CROSS)).isEqualTo(300);
            MemberId card = MemberId.of("new-card");
            loyalty.execute(Merge.of(BEN, "case-3").into(card).by("agent").because("two cards"))
                    .receipt();
            loyalty.cancel(third).receipt();

            assertThat(balance(RED_CROSS)).isZero();
            assertThat(balance(card)).isEqualTo(1_000);
        }

        @Test
        void is_not_a_crash_of_the_message_that_says_so() {
            Order order = gives(ANA, "donation-3", "red-cross");
            store.breaksAfter(request -> request.member().equals(RED_CROSS));
            loyalty.cancel(order).receipt();
            allIsDelivered();

            assertThat(balance(RED_CROSS)).isZero();
            assertThat(month("red-cross", "2026-11").takenBack()).isEqualTo(300);
        }
    }

    @Nested
    final class The_shop_pays {
        @Test
        void what_there_is_and_no_more() {
            gives(ANA, "donation-3", "red-cross");

            assertThat(pays("red-cross", "p-1", 301).refusal())
                    .contains(new Refusal.InsufficientPoints("adjust/p-1", 301, 300));
            pays("red-cross", "p-1", 300).receipt();
            pays("red-cross", "p-1", 300).receipt();
            assertThat(balance(RED_CROSS)).isZero();
        }

        @Test
        void as_much_at_once_as_there_is_whatever_members_may_be_adjusted_by() {
            loyalty = running(program().adjustments(AdjustmentLimits.upTo(100).perActor(50, Window.MONTH)));
            gives(ANA, "donation-3", "red-cross");

            assertThat(pays("red-cross", "p-1", 300).refusal()).isEmpty();
        }

        @Test
        void with_another_persons_approval_where_that_is_needed() {
            loyalty = running(program().adjustments(AdjustmentLimits.upTo(1_000).approvedAbove(100)));
            gives(ANA, "donation-3", "red-cross");

            assertThat(pays("red-cross", "p-1", 300).refusal()).contains(new Refusal.ApprovalNeeded(300, 100));
            assertThat(pays("red-cross", "p-1", 100).refusal()).isEmpty();
        }

        @Test
        void and_takes_back_a_payment_that_failed() {
            gives(ANA, "donation-3", "red-cross");
            pays("red-cross", "p-1", 300).receipt();
            gives(BEN, "donation-4", "red-cross");
            loyalty.execute(Donation.payout("red-cross", "p-1", 300)
                            .reversal()
                            .by("finance-2")
                            .because("sent back"))
                    .receipt();

            assertThat(balance(RED_CROSS)).isEqualTo(600);
            assertThat(month("red-cross", "2026-11").paidOut()).isZero();
        }
    }

    @Nested
    final class Nothing_else {
        @Test
        void is_booked_on_a_charitys_account() {
            gives(ANA, "donation-3", "red-cross");
            List<Posting> before = loyalty.journal(RED_CROSS).postings();
            List<Command> others = List.of(
                    order(RED_CROSS, "o-1").line(line("soap", 1)),
                    Order.of(RED_CROSS, "o-2").redeem("shelter").reservation(),
                    Order.of(RED_CROSS, "o-3").cancellation(),
                    Activity.once(RED_CROSS, "review"),
                    Member.of(RED_CROSS),
                    Referral.invite(RED_CROSS),
                    Adjustment.add(RED_CROSS, "case-1", 5).by("agent").because("why"),
                    StatusChange.close(RED_CROSS, "case-1").by("agent").because("why"),
                    Merge.of(RED_CROSS, "case-1").into(ANA).by("agent").because("why"),
                    Transfer.of(RED_CROSS, "gift", 5).to(ANA));

            assertThat(others)
                    .allSatisfy(command ->
                            assertThat(loyalty.execute(command).refusal()).contains(new Refusal.NotAMember(RED_CROSS)));
            assertThat(loyalty.executeAll(others))
                    .allSatisfy(outcome -> assertThat(outcome.refusal()).isPresent());
            assertThat(loyalty.journal(RED_CROSS).postings()).isEqualTo(before);
        }

        @Test
        void goes_there_from_a_member() {
            loyalty = running(program().transfers(Transfers.upTo(500).per(Window.YEAR)));

            assertThat(loyalty.execute(Transfer.of(ANA, "gift", 5).to(RED_CROSS))
                            .refusal())
                    .contains(new Refusal.NotAMember(RED_CROSS));
            assertThat(loyalty.execute(Merge.of(ANA, "case-1")
                                    .into(RED_CROSS)
                                    .by("agent")
                                    .because("why"))
                            .refusal())
                    .contains(new Refusal.NotAMember(RED_CROSS));
            assertThat(loyalty.execute(Referral.accept(MemberId.of("new"), RED_CROSS))
                            .refusal())
                    .contains(new Refusal.ReferralNotAccepted("a charity brings nobody"));
        }

        @Test
        void and_no_gift_to_a_member() {
            Command gift = new Donation.Gift(ANA, "o-1", "00", 5, clock.instant());

            assertThat(loyalty.execute(gift).refusal()).contains(new Refusal.NotAMember(ANA));
        }

        @Test
        void has_the_account_of_a_charity() {
            assertThat(RED_CROSS).hasToString("~charity/red-cross");
            assertThat(RED_CROSS.charity()).isTrue();
            assertThat(MemberId.of("~charity/red-cross")).isEqualTo(RED_CROSS);
            assertThat(ANA.reserved()).isFalse();
            for (String code : List.of("", "~x", "a b", "x".repeat(65))) {
                assertThatThrownBy(() -> loyalty.donations(code)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Nested
    final class The_report {
        @BeforeEach
        void three_months() {
            Order first = gives(ANA, "donation-1", "red-cross");
            gives(BEN, "donation-2", "red-cross-more");
            clock.set("2026-12-01T04:59:59Z");
            loyalty.cancel(first).receipt();
            clock.set("2026-12-01T05:00:00Z");
            pays("red-cross", "2026-11", 500).receipt();
            clock.set("2027-02-10T12:00:00Z");
            gives(ANA, "donation-3", "red-cross");
        }

        @Test
        void tells_month_by_month_what_was_given_taken_back_and_paid() {
            assertThat(loyalty.donations("red-cross").months())
                    .extracting(
                            each -> each.month().toString(),
                            Donations.Month::given,
                            Donations.Month::takenBack,
                            Donations.Month::paidOut,
                            Donations.Month::balance,
                            Donations.Month::donations)
                    .containsExactly(
                            tuple("2026-11", 800L, 300L, 0L, 500L, 2L),
                            tuple("2026-12", 0L, 0L, 500L, 0L, 0L),
                            tuple("2027-01", 0L, 0L, 0L, 0L, 0L),
                            tuple("2027-02", 300L, 0L, 0L, 300L, 1L));
            assertThat(loyalty.donations("red-cross").balance()).isEqualTo(300);
            assertThat(loyalty.donations("red-cross").month("2027-03")).isEmpty();
        }

        @Test
        void is_a_table() {
            assertThat(loyalty.donations("red-cross")).hasToString("""
                            Donations to red-cross, in points
                            month    donations            given       taken back         paid out          balance
                            2026-11          2              800              300                0              500
                            2026-12          0                0                0              500                0
                            2027-01          0                0                0                0                0
                            2027-02          1              300                0                0              300
                            """);
        }

        @Test
        void of_a_charity_that_nobody_gave_anything_is_empty() {
            assertThat(loyalty.donations("nobody").months()).isEmpty();
            assertThat(loyalty.donations("nobody").balance()).isZero();
        }

        @Test
        void has_a_statement_behind_it_that_names_orders() {
            assertThat(loyalty.journal(RED_CROSS).statement())
                    .extracting(Journal.Line::text, Journal.Line::points, Journal.Line::order)
                    .containsExactly(
                            tuple("donation of order donation-1: 300 given", 300L, Optional.of("donation-1")),
                            tuple("donation of order donation-2: 500 given", 500L, Optional.of("donation-2")),
                            tuple("donation of order donation-1: 300 taken back", -300L, Optional.of("donation-1")),
                            tuple("500 paid out", -500L, Optional.empty()),
                            tuple("donation of order donation-3: 300 given", 300L, Optional.of("donation-3")));
            assertThat(loyalty.journal(RED_CROSS).statement().get(0).why())
                    .isEqualTo("~donation 300 (with order donation-1)");
        }

        @Test
        void names_no_donor_anywhere() {
            assertThat(loyalty.journal(RED_CROSS).postings())
                    .allSatisfy(posting -> assertThat(posting.toString()).doesNotContainPattern("\\b(ana|ben)\\b"));
        }
    }

    @Test
    void a_statement_tells_of_debts_and_of_payments_that_failed() {
        Order order = gives(ANA, "donation-1", "red-cross");
        pays("red-cross", "p-1", 250).receipt();
        loyalty.cancel(order).receipt();
        gives(BEN, "donation-2", "red-cross");
        loyalty.execute(Donation.payout("red-cross", "p-1", 250)
                        .reversal()
                        .by("finance-2")
                        .because("sent back"))
                .receipt();

        assertThat(loyalty.journal(RED_CROSS).statement())
                .extracting(Journal.Line::text, Journal.Line::available)
                .containsExactly(
                        tuple("donation of order donation-1: 300 given", 300L),
                        tuple("250 paid out", 50L),
                        tuple(
                                "donation of order donation-1: 300 taken back, 250 of them owed, for they were not there",
                                0L),
                        tuple("donation of order donation-2: 300 given, 250 of them for what was owed", 50L),
                        tuple("250 not paid out after all", 300L));
    }

    @Test
    void an_account_stays_small_however_many_give_and_pay() {
        has(MemberId.of("rich"), 10_000);
        for (int i = 0; i < 30; i++) {
            gives(MemberId.of("rich"), "gift-" + i, "red-cross");
            if (i % 10 == 9) {
                pays("red-cross", "p-" + i, 2_900).receipt();
            }
        }
        gives(ANA, "last", "red-cross");

        assertThat(account(RED_CROSS).lots()).hasSize(1);
        assertThat(balance(RED_CROSS)).isEqualTo(600);
    }

    @Test
    void the_journals_of_donor_and_charity_lived_once_more_are_the_same() {
        Order order = gives(ANA, "donation-3", "red-cross", "shelter");
        gives(BEN, "donation-3", "red-cross");
        pays("red-cross", "p-1", 500).receipt();
        clock.pass(Duration.ofDays(3));
        loyalty.cancel(order).receipt();
        gives(ANA, "donation-4", "red-cross-more");

        for (MemberId member : List.of(ANA, RED_CROSS, SHELTER)) {
            Journal journal = loyalty.journal(member);
            WhatIf again = journal.under(program().build());
            assertThat(again.refusals()).isEmpty();
            assertThat(again.account().hash()).isEqualTo(loyalty.account(member).hash());
        }
    }

    @Test
    void what_is_sent_can_be_read_back() {
        gives(ANA, "a/b", "red-cross");
        Posting gift = loyalty.journal(RED_CROSS).postings().get(0);
        Command read =
                gift.header().fingerprint().command(RED_CROSS, gift.header().requestId());

        assertThat(read).isInstanceOf(Donation.Gift.class);
        assertThat(Fingerprint.of(read)).isEqualTo(gift.header().fingerprint());
        assertThat(gift.header().requestId()).matches("donation/a%2Fb/[0-9a-f]{32}");
    }
}
