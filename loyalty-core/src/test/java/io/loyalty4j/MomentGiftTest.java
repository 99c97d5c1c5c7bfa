package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.dormantFor;
import static io.loyalty4j.program.Moment.onAnniversary;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.WhatIf;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Approvals;
import io.loyalty4j.program.AttemptLimiter;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.Commit;
import io.loyalty4j.tier.TierLadder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a moment gives is booked as an activity that no shop can send. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MomentGiftTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final VoucherKey KEY =
            VoucherKey.of("not a secret, since it stands here".getBytes(StandardCharsets.UTF_8));

    private final HookedStore store = new HookedStore();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");

    private static ProgramBuilder gifts() {
        return Programs.plain()
                .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(3)))
                .moment("birthday", onBirthday().givingPoints(250))
                .moment("win-back", dormantFor(3).givingReward("thanks-5"))
                .moment(
                        "wheel",
                        onAnniversary().drawing(Prizes.draw().points(7, "60").reward("thanks-5", "20")))
                .moment("word", onAnniversary());
    }

    private LoyaltyEngine running(LoyaltyProgram program) {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .voucherKey(KEY)
                .build();
    }

    private Commit gives(LoyaltyProgram program, MemberId member, String moment, String id) {
        VoucherDesk vouchers = new VoucherDesk(clock, Optional.of(KEY), AttemptLimiter.none());
        Booking booking = new Booking(program, store, clock, new Random(id.hashCode()), Approvals.none(), vouchers);
        return booking.book(Activity.of(member, "~moment/" + moment, id));
    }

    private Commit gives(LoyaltyProgram program, String moment, String id) {
        return gives(program, ANA, moment, id);
    }

    private Posting given(LoyaltyProgram program, String moment, String id) {
        return ((Commit.Applied) gives(program, moment, id)).postings().get(0);
    }

    private Account account(LoyaltyProgram program) {
        LoyaltyEngine loyalty = running(program);
        assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        return loyalty.account(ANA);
    }

    private void buys(LoyaltyProgram program, String order) {
        running(program)
                .purchase(Order.of(ANA, order).currency("GBP").line(OrderLine.of("thing", "10.00")))
                .receipt();
    }

    @Nested
    final class A_gift {
        private final LoyaltyProgram program = gifts().build();

        @Test
        void of_points_is_awarded_under_the_moments_id_in_words() {
            Posting posting = given(program, "birthday", "2026");
            assertThat(posting.awards())
                    .extracting("rule", "points", "why")
                    .containsExactly(tuple("birthday", 250L, "a gift of 250 points on the birthday"));
            assertThat(posting.header().requestId()).isEqualTo("activity/~moment%2Fbirthday/2026");
            assertThat(account(program).available()).isEqualTo(250);
            assertThat(running(program).journal(ANA).statement())
                    .extracting("text", "why")
                    .containsExactly(tuple("250 earned", "birthday 250 (a gift of 250 points on the birthday)"));
        }

        @Test
        void is_given_once_for_each_id() {
            given(program, "birthday", "2026");
            assertThat(gives(program, "birthday", "2026")).isInstanceOf(Commit.Replayed.class);
            assertThat(account(program).available()).isEqualTo(250);
            given(program, "birthday", "2027");
            assertThat(account(program).available()).isEqualTo(500);
        }

        @Test
        void of_a_reward_is_a_voucher_with_a_code() {
            Posting posting = given(program, "win-back", "o-1");
            assertThat(posting.changes(Change.VoucherIssued.class)).hasSize(1);
            Order order = Order.of(ANA, "o-2")
                    .currency("GBP")
                    .line(OrderLine.of("thing", "10.00"))
                    .redeem("thanks-5");
            assertThat(running(program).quote(order).discount().amount()).isEqualByComparingTo("5.00");
            account(program);
        }

        @Test
        void of_chance_is_drawn_once_for_each_id_and_may_be_nothing() {
            for (int i = 0; i < 40; i++) {
                Posting first = given(program, "wheel", "y-" + i);
                assertThat(gives(program, "wheel", "y-" + i))
                        .isInstanceOfSatisfying(
                                Commit.Replayed.class,
                                again -> assertThat(again.first()).isEqualTo(first));
            }
            assertThat(store.postings(ANA)
                            .flatMap(posting -> posting.changes(Change.Drawn.class))
                            .map(Change.Drawn::prize))
                    .hasSize(40)
                    .containsOnly("7 points", "the reward thanks-5", "nothing")
                    .contains("7 points", "the reward thanks-5", "nothing");
            account(program);
        }

        @Test
        void is_told_by_what_was_drawn() {
            assertThat(store.postings(ANA)).isEmpty();
            Posting posting = given(
                    gifts().without("wheel")
                            .moment(
                                    "wheel",
                                    onAnniversary().drawing(Prizes.draw().points(7, "100")))
                            .build(),
                    "wheel",
                    "2026");
            assertThat(posting.awards())
                    .extracting("rule", "points", "why")
                    .containsExactly(tuple("wheel", 7L, "won 7 points at 100 percent"));
        }

        @Test
        void becomes_usable_like_what_an_activity_gives() {
            LoyaltyProgram late =
                    gifts().activation(Activation.after(Period.ofDays(14))).build();
            given(late, "birthday", "2026");
            assertThat(account(late).pending()).isEqualTo(250);
            clock.pass(Duration.ofDays(15));
            assertThat(account(late).available()).isEqualTo(250);
        }

        @Test
        void is_refused_where_the_moment_gives_nothing_or_is_unknown() {
            Refusal none = new Refusal.ActivityNotInProgram("~moment/word", List.of());
            assertThat(gives(program, "word", "1")).isEqualTo(new Commit.Refused(none));
            Refusal unknown = new Refusal.ActivityNotInProgram("~moment/easter", List.of());
            assertThat(gives(program, "easter", "1")).isEqualTo(new Commit.Refused(unknown));
            assertThat(store.postings(ANA)).isEmpty();
        }

        @Test
        void is_refused_to_a_frozen_account() {
            buys(program, "o-1");
            running(program)
                    .execute(StatusChange.freeze(ANA, "case-1").by("agent-1").because("fraud"))
                    .receipt();
            assertThat(gives(program, "birthday", "2026"))
                    .isEqualTo(new Commit.Refused(new Refusal.AccountBlocked("FROZEN")));
        }

        @Test
        void is_lived_again_under_another_program() {
            given(program, "birthday", "2026");
            LoyaltyProgram generous = gifts().without("birthday")
                    .moment("birthday", onBirthday().givingPoints(300))
                    .build();
            WhatIf then = running(program).journal(ANA).under(generous);
            assertThat(then.account().available()).isEqualTo(300);
            WhatIf without = running(program)
                    .journal(ANA)
                    .under(gifts().without("birthday").build());
            assertThat(without.account().available()).isZero();
            assertThat(without.refusals()).hasSize(1);
        }
    }

    @Nested
    final class A_limit {
        @Test
        void in_all_is_a_budget_of_all_members() {
            LoyaltyProgram program = gifts().without("birthday")
                    .moment(
                            "birthday",
                            onBirthday().givingPoints(250).atMostPoints(600).inAll())
                    .build();
            for (String member : List.of("ana", "ben", "carl", "dora")) {
                gives(program, MemberId.of(member), "birthday", "2026");
            }
            assertThat(List.of("ana", "ben", "carl", "dora"))
                    .extracting(member ->
                            store.find(MemberId.of(member)).orElseThrow().available())
                    .containsExactly(250L, 250L, 100L, 0L);
            assertThat(store.taken("budget/plain/birthday/points")).isEqualTo(600);
        }

        @Test
        void in_times_counts_gifts() {
            LoyaltyProgram program = gifts().without("win-back")
                    .moment(
                            "win-back",
                            dormantFor(3)
                                    .givingReward("thanks-5")
                                    .atMostTimes(1)
                                    .inAll())
                    .build();
            gives(program, MemberId.of("ben"), "win-back", "o-1");
            Posting second = given(program, "win-back", "o-1");
            assertThat(second.changes(Change.VoucherIssued.class)).isEmpty();
        }

        @Test
        void of_a_member_is_theirs_alone() {
            LoyaltyProgram program = gifts().without("birthday")
                    .moment(
                            "surprise",
                            afterOrder(Duration.ofHours(2))
                                    .givingPoints(40)
                                    .atMostPoints(60)
                                    .per(MONTH))
                    .build();
            for (String order : List.of("o-1", "o-2", "o-3")) {
                given(program, "surprise", order);
            }
            gives(program, MemberId.of("ben"), "surprise", "o-9");
            assertThat(account(program).available()).isEqualTo(60);
            assertThat(store.find(MemberId.of("ben")).orElseThrow().available()).isEqualTo(40);
        }

        @Test
        void of_the_program_holds_for_gifts_too() {
            LoyaltyProgram program = gifts().atMostPoints(300, MONTH).build();
            given(program, "birthday", "2026");
            given(program, "birthday", "2027");
            assertThat(account(program).available()).isEqualTo(300);
        }
    }

    @Nested
    final class A_shop {
        private final LoyaltyEngine loyalty = running(gifts().build());
        private final Activity gift = Activity.of(ANA, "~moment/birthday", "2026");

        private void cannotSend(Command command) {
            assertThatThrownBy(() -> loyalty.execute(command)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> loyalty.executeAll(List.of(command))).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void cannot_ask_for_a_gift() {
            cannotSend(gift);
            assertThatThrownBy(() -> loyalty.record(gift)).isInstanceOf(InvalidInputException.class);
            assertThat(store.postings(ANA)).isEmpty();
        }

        @Test
        void cannot_undo_one() {
            given(gifts().build(), "birthday", "2026");
            cannotSend(gift.retraction());
            assertThat(account(gifts().build()).available()).isEqualTo(250);
        }
    }

    @Nested
    final class No_act_of_the_member {
        @Test
        void brings_a_challenge_further() {
            LoyaltyProgram program = gifts().earn(
                            "quarter", challenge().earning(200).per(MONTH).givingPoints(50))
                    .build();
            given(program, "birthday", "2026");
            assertThat(account(program).available()).isEqualTo(250);
            assertThat(account(program).counters()).isEmpty();
        }

        @Test
        void is_put_to_rules_about_whatever_members_do() {
            Condition<io.loyalty4j.earn.Occasion> never = Condition.of("never asked", occasion -> {
                throw new IllegalStateException("asked about " + occasion.activity());
            });
            LoyaltyProgram program = gifts().earn(
                            "quarter",
                            challenge().earning(200).per(MONTH).givingPoints(50).when(never))
                    .build();
            Posting posting = given(program, "birthday", "2026");
            assertThat(account(program).available()).isEqualTo(250);
            assertThat(running(program).journal(ANA).heard(program, posting).silences())
                    .isEmpty();
        }

        @Test
        void keeps_points_from_lapsing_or_counts_as_an_order() {
            LoyaltyProgram program =
                    gifts().expiry(Expiry.afterInactivity(Period.ofMonths(2))).build();
            buys(program, "o-1");
            Account before = account(program);
            clock.pass(Duration.ofDays(40));
            given(program, "birthday", "2026");
            assertThat(account(program).idleAt()).isEqualTo(before.idleAt());
            assertThat(account(program).counters()).isEqualTo(before.counters());
            clock.pass(Duration.ofDays(30));
            assertThat(account(program).available()).isEqualTo(250);
        }

        @Test
        void yet_its_points_count_for_tiers_by_points() {
            LoyaltyProgram program = gifts().earn("visit", points(1).forActivity("visit"))
                    .tiers(TierLadder.byPointsEarned().base("A").tier("B", 250))
                    .build();
            given(program, "birthday", "2026");
            assertThat(account(program).tier().code()).isEqualTo("B");
        }
    }
}
