package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.store.Message;
import io.loyalty4j.store.Request;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a referral when the friend's order comes back, and when what one account tells the other is held up. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReferralReturnTest extends FriendsFixture {
    private void benComesAndBuys() {
        comes(BEN, ANA).receipt();
        buys(BEN, "b-1", 3);
    }

    @Nested
    final class When_the_order_comes_back {
        @Test
        void both_sides_lose_it_with_a_cancellation() {
            benComesAndBuys();
            cancels(BEN, "b-1");

            has(ANA, 0, 0);
            has(BEN, 0, 0);
        }

        @Test
        void both_sides_lose_it_with_the_piece_that_breaks_its_condition() {
            benComesAndBuys();
            returns(BEN, "b-1", 1);

            has(ANA, 0, 0);
            has(BEN, 20, 0);
        }

        @Test
        void both_sides_keep_it_while_the_condition_holds() {
            comes(BEN, ANA);
            buys(BEN, "b-1", 4);
            returns(BEN, "b-1", 1);

            has(ANA, 0, 500);
            has(BEN, 40, 190);
        }

        @Test
        void an_edit_keeps_it_drops_it_and_brings_it_again() {
            benComesAndBuys();
            edits(2, 4);
            has(ANA, 0, 500);
            has(BEN, 40, 200);

            edits(3, 2);
            has(ANA, 0, 0);
            has(BEN, 20, 0);

            edits(4, 3);
            has(ANA, 0, 500);
            has(BEN, 30, 200);

            loyalty.cancel(order(BEN, "b-1", 3).revision(4)).receipt();
            has(ANA, 0, 0);
            has(BEN, 0, 0);
        }

        private void edits(int revision, int pieces) {
            loyalty.purchase(order(BEN, "b-1", pieces).revision(revision)).receipt();
        }

        @Test
        void it_is_taken_back_once() {
            benComesAndBuys();
            returns(BEN, "b-1", 1);
            returns(BEN, "b-1", 2);
            cancels(BEN, "b-1");

            has(ANA, 0, 0);
            has(BEN, 0, 0);
        }

        @Test
        void the_next_order_that_qualifies_pays_again() {
            benComesAndBuys();
            cancels(BEN, "b-1");
            buys(BEN, "b-2", 3);

            has(ANA, 0, 500);
            has(BEN, 30, 200);
        }

        @Test
        void points_that_were_spent_meanwhile_are_owed() {
            benComesAndBuys();
            clock.pass(Duration.ofDays(31));
            loyalty.purchase(order(ANA, "a-1", 1).redeem("eighty")).receipt();
            cancels(BEN, "b-1");

            assertThat(loyalty.account(ANA).debt()).isEqualTo(500 - 429);
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void before_it_was_booked_nobody_gets_anything() {
            comes(BEN, ANA);
            cancels(BEN, "b-1");
            buys(BEN, "b-1", 3);

            has(ANA, 0, 0);
            has(BEN, 0, 0);
            buys(BEN, "b-2", 3);
            has(ANA, 0, 500);
        }
    }

    @Nested
    final class When_the_referrers_account_cannot_be_reached {
        private boolean anas(Request request) {
            return request.member().equals(ANA);
        }

        @Test
        void the_friends_order_goes_through_and_the_reward_follows() {
            store.breaksBefore(this::anas);
            benComesAndBuys();
            has(BEN, 30, 200);
            has(ANA, 0, 0);
            assertThat(store.messages(10)).hasSize(1);

            store.holds();
            assertThat(loyalty.runDue().delivered()).isEqualTo(1);
            has(ANA, 0, 500);
            assertThat(loyalty.runDue().delivered()).isZero();
        }

        @Test
        void a_reward_that_was_booked_unheard_is_booked_once() {
            store.breaksAfter(this::anas);
            benComesAndBuys();
            store.holds();
            has(ANA, 0, 500);

            assertThat(loyalty.runDue().delivered()).isEqualTo(1);
            has(ANA, 0, 500);
        }

        @Test
        void a_late_reward_is_usable_when_the_order_can_no_more_come_back_not_later() {
            store.breaksBefore(this::anas);
            benComesAndBuys();
            clock.pass(Duration.ofDays(29));
            store.holds();
            loyalty.runDue(clock.instant());
            has(ANA, 0, 500);

            clock.pass(Duration.ofDays(1));
            has(ANA, 500, 0);
        }

        @Test
        void reward_and_withdrawal_come_in_their_order_later() {
            store.breaksBefore(this::anas);
            benComesAndBuys();
            cancels(BEN, "b-1");
            store.holds();

            assertThat(loyalty.runDue().delivered()).isEqualTo(2);
            has(ANA, 0, 0);
        }

        @Test
        void the_withdrawal_may_overtake_the_reward() {
            store.breaksBefore(this::anas);
            benComesAndBuys();
            store.holds();
            cancels(BEN, "b-1");
            has(ANA, 0, 0);

            assertThat(loyalty.runDue().delivered()).isEqualTo(1);
            has(ANA, 0, 0);
            buys(BEN, "b-2", 3);
            has(ANA, 0, 500);
        }
    }

    @Nested
    final class A_message_that_is_refused_for_a_while {
        @Test
        void waits_for_the_machine_that_runs_the_referrers_version() {
            LoyaltyEngine next = running(program(friends())
                    .earn("visit", points(1).forActivity("visit"))
                    .version("2")
                    .inForceFrom("2026-06-01T12:00"));
            next.record(Activity.of(ANA, "visit", "v-1")).receipt();
            benComesAndBuys();
            assertThat(store.messages(10))
                    .extracting(Message::command)
                    .hasExactlyElementsOfTypes(Referral.Reward.class);

            assertThat(next.runDue().delivered()).isEqualTo(1);
            assertThat(next.account(ANA).pending()).isEqualTo(500);
        }

        @Test
        void waits_for_a_machine_whose_clock_is_right() {
            HandClock right = HandClock.at("2026-06-01T12:10:00Z");
            LoyaltyEngine other = LoyaltyEngine.builder(program(friends()).build())
                    .store(store)
                    .clock(right)
                    .build();
            other.purchase(order(ANA, "a-1", 1)).receipt();
            benComesAndBuys();
            assertThat(store.messages(10)).hasSize(1);

            assertThat(other.runDue().delivered()).isEqualTo(1);
            assertThat(other.account(ANA).pending()).isEqualTo(500);
        }
    }
}
