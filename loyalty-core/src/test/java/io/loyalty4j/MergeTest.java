package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.MEMBERSHIP_YEAR;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.Enrolment;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.AtOnce;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Ana has an old card, and one account is to have it all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MergeTest extends TransferFixture {
    private static final MemberId OLD = MemberId.of("old-card");

    private static Merge merge(MemberId from, MemberId into) {
        return Merge.of(from, "case-9").into(into).by("agent-12").because("two cards");
    }

    private Outcome merges() {
        return loyalty.execute(merge(OLD, ANA));
    }

    private void refuses(Outcome outcome, Refusal why) {
        assertThat(outcome.refusal()).contains(why);
    }

    private void hasNothing(MemberId member) {
        Account account = account(member);
        assertThat(account.status()).isEqualTo(Account.Status.MERGED);
        assertThat(List.of(account.available(), account.pending(), account.held(), account.debt()))
                .containsOnly(0L);
        assertThat(account.lots()).isEmpty();
    }

    private void returns(MemberId member, String order, String id) {
        loyalty.refund(Refund.of(order(member, order, 1), id).line("thing", 1)).receipt();
    }

    @Nested
    final class All_that_the_old_account_had {
        @Test
        void is_the_others() {
            buys(OLD, "o-1", 100);
            buys(ANA, "a-1", 50);

            assertThat(merges().receipt().transferred()).isEqualTo(100);

            hasNothing(OLD);
            has(ANA, 150);
            assertThat(account(OLD).mergedInto()).contains(ANA);
            assertThat(store.messages(1)).isEmpty();
        }

        @Test
        void keeps_its_dates() {
            loyalty = running(
                    program().activation(Activation.after(Period.ofDays(14))).expiry(Expiry.after(Period.ofMonths(1))));
            buys(OLD, "o-1", 100);
            clock.pass(Duration.ofDays(10));
            buys(OLD, "o-2", 10);
            clock.pass(Duration.ofDays(4));
            merges().receipt();

            hasNothing(OLD);
            assertThat(account(ANA).available()).isEqualTo(100);
            assertThat(account(ANA).pending()).isEqualTo(10);
            clock.pass(Duration.ofDays(10));
            has(ANA, 110);
            clock.set("2026-07-15T23:00:00Z");
            has(ANA, 10);
        }

        @Test
        void is_kept_alive_by_what_the_member_does_in_the_other_account() {
            loyalty = running(program().expiry(Expiry.afterInactivity(Period.ofMonths(12))));
            buys(OLD, "o-1", 100);
            clock.passMonths(6);
            merges().receipt();
            buys(ANA, "a-1", 1);
            clock.passMonths(11);
            has(ANA, 101);
        }

        @Test
        void is_kept_alive_by_what_the_member_did_in_the_old_account() {
            loyalty = running(program().expiry(Expiry.afterInactivity(Period.ofMonths(12))));
            buys(OLD, "o-1", 100);
            clock.passMonths(6);
            buys(OLD, "o-2", 1);
            merges().receipt();
            clock.passMonths(11);
            has(ANA, 101);
        }

        @Test
        void counts_towards_tiers_as_if_it_had_always_been_one() {
            loyalty = running(program()
                    .tiers(TierLadder.bySpend()
                            .per(YEAR)
                            .base("BASE")
                            .tier("SILVER", 100)
                            .tier("GOLD", 200)));
            buys(OLD, "o-1", 120);
            buys(ANA, "a-1", 90);
            assertThat(account(OLD).tier().code()).isEqualTo("SILVER");
            merges().receipt();

            assertThat(account(ANA).tier().code()).isEqualTo("GOLD");
            assertThat(account(OLD).tier().code()).isEqualTo("BASE");
            loyalty.cancel(order(OLD, "o-1", 120)).receipt();
            assertThat(account(ANA).tier().code()).isEqualTo("BASE");
        }

        @Test
        void cannot_be_had_twice() {
            loyalty = running(program()
                    .earn("welcome", points(1_000).perOrder().when(firstOrder()))
                    .earn("visit", points(7).forActivity("visit").atMostTimes(2).per(YEAR)));
            buys(OLD, "o-1", 1);
            loyalty.record(Activity.of(OLD, "visit", "v-1")).receipt();
            loyalty.record(Activity.of(ANA, "visit", "v-2")).receipt();
            merges().receipt();
            long before = account(ANA).available();

            loyalty.record(Activity.of(ANA, "visit", "v-3")).receipt();
            buys(ANA, "a-1", 1);
            has(ANA, before + 1);
        }

        @Test
        void counts_in_the_others_membership_year() {
            loyalty = running(
                    program().earn("visit", points(7).forActivity("visit").oncePer(MEMBERSHIP_YEAR)));
            clock.set("2026-03-10T12:00:00Z");
            buys(OLD, "o-1", 1);
            clock.set("2026-11-05T12:00:00Z");
            buys(ANA, "a-1", 1);
            loyalty.record(Activity.of(OLD, "visit", "v-1")).receipt();
            clock.set("2026-11-07T12:00:00Z");
            merges().receipt();
            has(ANA, 9);

            loyalty.record(Activity.of(ANA, "visit", "v-2")).receipt();
            has(ANA, 9);
            clock.set("2027-11-05T12:00:00Z");
            loyalty.record(Activity.of(ANA, "visit", "v-3")).receipt();
            has(ANA, 16);
        }

        @Test
        void is_stamps_and_vouchers_too() {
            loyalty = running(program()
                    .earn("coffee", stampCard(5).givingReward("cup"))
                    .reward("cup", discount("1.00").free().withVoucher(Duration.ofDays(90))));
            for (int i = 0; i < 8; i++) {
                buys(OLD, "o-" + i, 1);
            }
            buys(ANA, "a-1", 1);
            merges().receipt();
            assertThat(account(ANA).stamps("coffee")).isEqualTo(4);
            assertThat(account(ANA).vouchers("cup")).isEqualTo(1);

            buys(ANA, "a-2", 1);
            assertThat(account(ANA).vouchers("cup")).isEqualTo(2);
            loyalty.cancel(order(OLD, "o-0", 1)).receipt();
            assertThat(account(ANA).stamps("coffee")).isEqualTo(-1);
        }
    }

    @Nested
    final class Debt {
        private void owes71() {
            buys(OLD, "o-1", 100);
            loyalty.purchase(order(OLD, "o-2", 10).redeem("eighty")).receipt();
            loyalty.cancel(order(OLD, "o-1", 100)).receipt();
            assertThat(account(OLD).debt()).isEqualTo(71);
        }

        @Test
        void is_paid_by_what_the_other_account_has() {
            owes71();
            buys(ANA, "a-1", 100);
            merges().receipt();

            hasNothing(OLD);
            has(ANA, 29);
        }

        @Test
        void is_owed_by_the_other_account_where_it_has_too_little() {
            owes71();
            buys(ANA, "a-1", 50);
            merges().receipt();

            hasNothing(OLD);
            assertThat(account(ANA).debt()).isEqualTo(21);
            buys(ANA, "a-2", 30);
            has(ANA, 9);
        }
    }

    @Nested
    final class What_comes_back_of_an_order_of_the_old_account {
        @Test
        void is_taken_from_the_other() {
            buys(OLD, "o-1", 100);
            buys(ANA, "a-1", 50);
            merges().receipt();
            loyalty.cancel(order(OLD, "o-1", 100)).receipt();

            hasNothing(OLD);
            has(ANA, 50);
        }

        @Test
        void is_owed_by_the_other_if_it_has_been_spent() {
            buys(OLD, "o-1", 100);
            merges().receipt();
            loyalty.purchase(order(ANA, "a-1", 10).redeem("eighty")).receipt();
            loyalty.cancel(order(OLD, "o-1", 100)).receipt();

            hasNothing(OLD);
            assertThat(account(ANA).debt()).isEqualTo(71);
        }

        @Test
        void is_collected_from_the_other_where_nothing_is_owed_beyond_the_balance() {
            loyalty = running(program().policy(ClawBack.WITHIN_BALANCE));
            buys(OLD, "o-1", 100);
            merges().receipt();
            Order held = order(ANA, "a-1", 10).redeem("eighty");
            loyalty.reserve(held).receipt();
            loyalty.cancel(order(OLD, "o-1", 100)).receipt();

            hasNothing(OLD);
            assertThat(account(ANA).held()).isEqualTo(80);
            has(ANA, 0);
            loyalty.cancel(held).receipt();
            has(ANA, 0);
        }

        @Test
        void gives_the_points_it_was_paid_with_to_the_other() {
            buys(OLD, "o-1", 100);
            loyalty.purchase(order(OLD, "o-2", 10).redeem("eighty")).receipt();
            merges().receipt();
            has(ANA, 29);
            loyalty.cancel(order(OLD, "o-2", 10)).receipt();

            hasNothing(OLD);
            has(ANA, 100);
        }

        @Test
        void is_passed_on_along_a_chain() {
            buys(OLD, "o-1", 100);
            merges().receipt();
            buys(BEN, "b-1", 500);
            loyalty.execute(merge(ANA, BEN)).receipt();
            returns(OLD, "o-1", "rma-1");

            hasNothing(OLD);
            hasNothing(ANA);
            has(BEN, 500);
        }
    }

    @Test
    void a_tier_that_was_given_is_passed_on_along_a_chain_also_when_its_message_comes_late() {
        loyalty = running(program().tiers(TierLadder.bySpend().base("BASE").tier("TOP", 1_000)));
        buys(BEN, "b-1", 1);
        buys(ANA, "a-1", 1);
        loyalty.execute(TierGrant.of(OLD, "case-1", "TOP").by("agent-12").because("strike"))
                .receipt();
        store.breaksBefore(request -> request.member().equals(ANA));
        merges();
        store.holds();
        loyalty.execute(merge(ANA, BEN)).receipt();
        assertThat(account(BEN).tier().code()).isEqualTo("BASE");
        allIsDelivered();

        assertThat(account(BEN).tier().code()).isEqualTo("TOP");
    }

    @Test
    void a_merge_waits_for_points_that_wait_for_the_goods() {
        loyalty = running(program().activation(Activation.onFulfilment()));
        buys(OLD, "o-1", 100);
        refuses(merges(), new AccountRefusal.OrdersOpen(OLD, List.of("o-1")));

        loyalty.execute(order(OLD, "o-1", 100).fulfilment()).receipt();
        merges().receipt();
        has(ANA, 100);
    }

    @Nested
    final class Points_that_are_on_their_way {
        @Test
        void to_the_old_account_arrive_at_the_other() {
            buys(BEN, "b-1", 100);
            store.breaksBefore(request -> request.member().equals(OLD));
            sends(BEN, "gift", 40, OLD).receipt();
            store.holds();
            buys(OLD, "o-1", 1);
            merges().receipt();
            allIsDelivered();

            hasNothing(OLD);
            has(ANA, 41);
        }

        @Test
        void from_the_old_account_come_back_to_the_other() {
            isRich(RICH);
            buys(OLD, "o-1", 100);
            store.breaksBefore(request -> request.member().equals(RICH));
            sends(OLD, "gift", 40, RICH).receipt();
            store.holds();
            merges().receipt();
            allIsDelivered();

            hasNothing(OLD);
            has(ANA, 100);
        }
    }

    @Nested
    final class The_old_account {
        private final Refusal gone = new AccountRefusal.Merged(OLD, ANA);

        @Test
        void does_nothing_more() {
            buys(OLD, "o-1", 100);
            buys(ANA, "a-1", 100);
            merges().receipt();

            refuses(loyalty.purchase(order(OLD, "o-2", 1)), gone);
            refuses(loyalty.reserve(order(OLD, "o-2", 1)), gone);
            refuses(loyalty.record(Activity.once(OLD, "fortune")), gone);
            refuses(loyalty.enrol(Member.of(OLD)), gone);
            refuses(sends(OLD, "gift", 1, ANA), gone);
            refuses(sends(ANA, "gift", 1, OLD), gone);
            refuses(loyalty.execute(merge(BEN, OLD)), new Refusal.NotAMember(BEN));
            buys(BEN, "b-1", 1);
            refuses(loyalty.execute(merge(BEN, OLD)), gone);
            refuses(loyalty.execute(Merge.of(OLD, "case-10").into(BEN).by("x").because("y")), gone);
            refuses(loyalty.execute(Merge.of(OLD, "case-10").into(ANA).by("x").because("y")), gone);
            refuses(
                    loyalty.execute(merge(ANA, OLD)),
                    new AccountRefusal.MergeNotAccepted("the two were merged, or are being merged"));
            assertThat(loyalty.quote(order(OLD, "o-2", 1)).refusal()).contains(gone);
        }

        @Test
        void still_answers_what_it_was_told_before() {
            Outcome bought = loyalty.purchase(order(OLD, "o-1", 100));
            Outcome merged = merges();

            assertThat(loyalty.purchase(order(OLD, "o-1", 100))).isEqualTo(new Outcome.Replayed(bought.receipt()));
            assertThat(merges()).isEqualTo(new Outcome.Replayed(merged.receipt()));
            has(ANA, 100);
        }

        @Test
        void is_kept_while_its_orders_hold_points() {
            buys(OLD, "o-1", 100);
            Order open = order(OLD, "o-2", 10).redeem("eighty");
            loyalty.reserve(open).receipt();
            refuses(merges(), new AccountRefusal.OrdersOpen(OLD, List.of("o-2")));
            assertThat(account(OLD).held()).isEqualTo(80);

            loyalty.cancel(open).receipt();
            merges().receipt();
            has(ANA, 100);
        }
    }

    @Test
    void a_merge_names_who_decided_it_and_another_member_who_is_one() {
        buys(OLD, "o-1", 100);
        assertThatThrownBy(() -> loyalty.execute(Merge.of(OLD, "case-9").into(OLD)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("actor")
                .hasMessageContaining("reason")
                .hasMessageContaining("into: must be another member than the one given up");
        refuses(loyalty.execute(merge(OLD, MemberId.GUEST)), new Refusal.NotAMember(MemberId.GUEST));
        loyalty = running(program().version("2").inForceFrom("2026-06-01T12:00").policy(Enrolment.EXPLICIT));
        refuses(merges(), new Refusal.NotAMember(ANA));
    }

    @Test
    void more_than_one_account_can_have_is_refused() {
        isRich(OLD);
        buys(ANA, "a-1", 1);

        refuses(merges(), new Refusal.LimitReached("points", MOST));
    }

    @RepeatedTest(20)
    void two_accounts_that_are_given_up_for_each_other_at_once_leave_one() throws Exception {
        buys(OLD, "o-1", 100);
        buys(ANA, "a-1", 50);
        AtOnce.all(List.<Callable<Outcome>>of(this::merges, () -> loyalty.execute(merge(ANA, OLD))));
        allIsDelivered();

        assertThat(account(OLD).mergedInto().isPresent())
                .isNotEqualTo(account(ANA).mergedInto().isPresent());
        assertThat(account(OLD).available() + account(ANA).available()).isEqualTo(150);
    }

    @RepeatedTest(30)
    void whatever_breaks_nothing_is_lost_and_nobody_keeps_goods_and_points(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Runnable> acts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            buys(OLD, "o-" + i, 10 + random.nextInt(50));
            buys(ANA, "a-" + i, random.nextInt(50));
            acts.add(cancelling(OLD, "o-" + i));
            acts.add(cancelling(ANA, "a-" + i));
        }
        Order paid = order(OLD, "paid", 10).redeem("ten");
        loyalty.purchase(paid).receipt();
        acts.add(cancelling(OLD, "paid"));
        sends(OLD, "gift", 5, BEN).receipt();
        acts.add(() -> loyalty.execute(Transfer.of(BEN, "back", 5).to(OLD)));
        Collections.shuffle(acts, random);
        acts.add(random.nextInt(acts.size()), this::merges);

        store.breaksBefore(request -> random.nextInt(3) == 0);
        store.breaksAfter(request -> random.nextInt(3) == 0);
        acts.forEach(MergeTest::untilItIsDone);
        allIsDelivered();

        hasNothing(OLD);
        long gift = account(BEN).available();
        assertThat(account(ANA).available() - account(ANA).debt() + gift).isZero();
    }

    private Runnable cancelling(MemberId member, String order) {
        return () -> loyalty.cancel(order(member, order, 1));
    }

    private static void untilItIsDone(Runnable act) {
        boolean broken = true;
        while (broken) {
            try {
                act.run();
                broken = false;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the connection broke");
            }
        }
    }
}
