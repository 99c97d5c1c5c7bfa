package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.spin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Prizes;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Ana and Anna are one person, "p-1" to the shop. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OncePerPersonTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId ANNA = MemberId.of("anna");
    private static final MemberId BEN = MemberId.of("ben");
    private static final String DIGEST = "1dee6e3ec67dc8033b3363d93f46f1affea85aa403abe01a03fc6c21cbff1c15";
    private static final String USED_UP = "at most once per person, and that has been given";

    private final HookedStore store = new HookedStore();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    private LoyaltyEngine loyalty = running(program(points(500).perOrder().oncePerPerson()));

    private static ProgramBuilder program(EarnRule welcome) {
        return Programs.plain().without("base").earn("welcome", welcome);
    }

    private LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    private static Order order(MemberId member, String id) {
        return Order.of(member, id)
                .currency("GBP")
                .line(OrderLine.of("thing", "10.00").times(2));
    }

    private void bothAreOne() {
        loyalty.enrol(Member.of(ANA).person("p-1")).receipt();
        loyalty.enrol(Member.of(ANNA).person("p-1")).receipt();
    }

    private long buys(MemberId member, String id) {
        return loyalty.purchase(order(member, id)).receipt().earned();
    }

    private void has(MemberId member, long available) {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        assertThat(loyalty.account(member).available()).isEqualTo(available);
    }

    private long taken() {
        return store.taken("person/" + DIGEST + "/plain/welcome");
    }

    @Nested
    final class A_first_order_bonus {
        @Test
        void is_had_by_one_account_of_a_person() {
            bothAreOne();

            assertThat(buys(ANA, "o-1")).isEqualTo(500);
            assertThat(buys(ANNA, "o-1")).isZero();
            assertThat(buys(ANA, "o-2")).isZero();
            assertThat(buys(BEN, "o-1")).isEqualTo(500);
            assertThat(taken()).isEqualTo(1);
        }

        @Test
        void is_not_had_again_by_who_closes_an_account_and_opens_another() {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.execute(StatusChange.close(ANA, "s-1").by("agent-1").because("asked"))
                    .receipt();

            assertThat(buys(ANNA, "o-1")).isZero();
        }

        @Test
        void is_not_had_again_by_who_is_forgotten_and_comes_back() {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.execute(StatusChange.forget(ANA, "s-1").by("agent-1").because("asked"))
                    .receipt();

            assertThat(store.profile(ANA)).isEmpty();
            assertThat(buys(ANNA, "o-1")).isZero();
        }

        @Test
        void is_once_in_an_accounts_life_where_the_shop_does_not_know_the_person() {
            assertThat(buys(ANA, "o-1")).isEqualTo(500);
            assertThat(buys(ANA, "o-2")).isZero();
            loyalty.enrol(Member.of(ANA).person("p-1")).receipt();
            assertThat(buys(ANA, "o-3")).isZero();
            assertThat(taken()).isZero();
        }

        @Test
        void is_left_for_another_account_where_the_order_is_refused() {
            bothAreOne();
            assertThat(loyalty.purchase(order(ANA, "o-1").redeem("ten")).refusal())
                    .isPresent();
            assertThat(taken()).isZero();

            assertThat(buys(ANNA, "o-1")).isEqualTo(500);
        }

        @Test
        void is_not_used_by_an_order_that_does_not_qualify() {
            loyalty = running(program(points(500).perOrder().when(firstOrder()).oncePerPerson())
                    .earn("base", points(1).per("1.00")));
            buys(ANA, "o-0");
            bothAreOne();
            buys(ANA, "o-1");

            assertThat(buys(ANNA, "o-1")).isEqualTo(520);
        }

        @Test
        void names_nobody_in_clear() {
            bothAreOne();
            Outcome bought = loyalty.purchase(order(ANA, "o-1"));

            assertThat(bought.receipt().posting().changes(Change.Granted.class))
                    .containsExactly(new Change.Granted("person/" + DIGEST + "/plain/welcome", 1, 1));
            assertThat(bought.receipt().posting().toString()).doesNotContain("p-1");
        }

        @RepeatedTest(5)
        void is_had_once_by_two_accounts_at_once() throws Exception {
            bothAreOne();

            List<Long> earned = AtOnce.times(16, i -> buys(i % 2 == 0 ? ANA : ANNA, "o-" + i));

            assertThat(earned.stream().mapToLong(Long::longValue).sum()).isEqualTo(500);
            assertThat(taken()).isEqualTo(1);
            assertThat(store.unsettled(Instant.MAX, 9)).isEmpty();
        }
    }

    @Nested
    final class When_the_order_came_back {
        @Test
        void whole_the_same_account_can_have_it_again_and_no_other() {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.cancel(order(ANA, "o-1")).receipt();
            has(ANA, 0);

            assertThat(buys(ANNA, "o-1")).isZero();
            assertThat(loyalty.quote(order(ANA, "o-2")).points()).isEqualTo(500);
            assertThat(buys(ANA, "o-2")).isEqualTo(500);
            assertThat(buys(ANA, "o-3")).isZero();
            has(ANA, 500);
            assertThat(taken()).isEqualTo(1);
        }

        @Test
        void in_part_it_stays() {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.refund(Refund.of(order(ANA, "o-1"), "rma-1").line("thing", 1))
                    .receipt();

            has(ANA, 500);
            assertThat(buys(ANA, "o-2")).isZero();
        }

        @Test
        void an_order_paid_anew_has_it_once() {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.cancel(order(ANA, "o-1")).receipt();
            loyalty.purchase(order(ANA, "o-1").revision(2)).receipt();

            has(ANA, 500);
            assertThat(buys(ANA, "o-2")).isZero();
        }

        @Test
        void never_more_than_one_order_has_it() {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.cancel(order(ANA, "o-1")).receipt();
            buys(ANA, "o-2");
            loyalty.purchase(order(ANA, "o-1").revision(2)).receipt();

            has(ANA, 500);
        }

        @RepeatedTest(5)
        void it_is_had_once_again_by_many_orders_at_once() throws Exception {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.cancel(order(ANA, "o-1")).receipt();

            List<Long> earned = AtOnce.times(8, i -> buys(i % 2 == 0 ? ANA : ANNA, "n-" + i));

            assertThat(earned.stream().mapToLong(Long::longValue).sum()).isEqualTo(500);
            has(ANA, 500);
        }

        @Test
        void of_an_account_that_was_given_up_the_other_can_have_it_again() {
            bothAreOne();
            buys(ANA, "o-1");
            loyalty.execute(Merge.of(ANA, "case-9").into(ANNA).by("agent-1").because("two cards"))
                    .receipt();
            assertThat(buys(ANNA, "o-2")).isZero();
            loyalty.cancel(order(ANA, "o-1")).receipt();
            has(ANNA, 0);

            assertThat(buys(ANNA, "o-3")).isEqualTo(500);
        }
    }

    @Test
    void while_an_order_is_being_booked_no_other_has_it_not_even_of_the_same_account() {
        bothAreOne();
        int[] others = {1};
        store.breaksBefore(request -> {
            if (others[0]-- > 0) {
                assertThat(buys(ANA, "o-2")).isZero();
                assertThat(buys(ANNA, "o-2")).isZero();
            }
            return false;
        });

        assertThat(buys(ANA, "o-1")).isEqualTo(500);
        assertThat(taken()).isEqualTo(1);
        assertThat(buys(ANNA, "o-3")).isZero();
    }

    @Nested
    final class A_quote {
        @Test
        void is_what_the_purchase_gives() {
            bothAreOne();
            Quote first = loyalty.quote(order(ANA, "o-1"));
            assertThat(taken()).isZero();
            assertThat(loyalty.purchase(order(ANA, "o-1")).receipt().awards()).isEqualTo(first.awards());
            assertThat(first.points()).isEqualTo(500);

            assertThat(loyalty.quote(order(ANNA, "o-1")).awards())
                    .isEqualTo(loyalty.purchase(order(ANNA, "o-1")).receipt().awards())
                    .isEmpty();
        }

        @Test
        void says_that_it_is_used_up_and_so_does_the_receipt() {
            bothAreOne();
            buys(ANA, "o-1");

            assertThat(loyalty.quote(order(ANNA, "o-1")).silent())
                    .extracting(Silence::rule, Silence::why)
                    .containsExactly(tuple("welcome", USED_UP));
            assertThat(loyalty.purchase(order(ANNA, "o-1")).receipt().silent())
                    .extracting(Silence::rule, Silence::why)
                    .containsExactly(tuple("welcome", USED_UP));
            assertThat(loyalty.quote(order(ANA, "o-2")).silent())
                    .extracting(Silence::why)
                    .containsExactly(USED_UP);
        }
    }

    @Nested
    final class An_activity {
        private final Activity ana = Activity.once(ANA, "sign-up");
        private final Activity anna = Activity.once(ANNA, "sign-up");

        @Test
        void of_one_account_is_rewarded_and_of_another_once_that_account_alone_undoes_it() {
            loyalty = running(program(points(50).forActivity("sign-up").oncePerPerson()));
            bothAreOne();

            assertThat(loyalty.record(ana).receipt().earned()).isEqualTo(50);
            assertThat(loyalty.record(anna).receipt().earned()).isZero();
            assertThat(loyalty.record(anna).receipt().silent())
                    .extracting(Silence::why)
                    .containsExactly(USED_UP);
            loyalty.execute(ana.retraction()).receipt();
            assertThat(loyalty.record(Activity.of(ANNA, "sign-up", "again"))
                            .receipt()
                            .earned())
                    .isZero();
            assertThat(loyalty.record(Activity.of(ANA, "sign-up", "again"))
                            .receipt()
                            .earned())
                    .isEqualTo(50);
        }

        @Test
        void of_a_draw_is_one_turn_also_where_nothing_is_won() {
            loyalty = LoyaltyEngine.builder(program(spin(Prizes.draw().points(7, "0.000001"))
                                    .forActivity("sign-up")
                                    .oncePerPerson())
                            .build())
                    .store(store)
                    .clock(clock)
                    .chance(new SplittableRandom(7))
                    .build();
            bothAreOne();

            assertThat(loyalty.record(ana).receipt().draws()).hasSize(1);
            assertThat(loyalty.record(anna).receipt().draws()).isEmpty();
            assertThat(taken()).isEqualTo(1);
        }

        @Test
        void that_meets_a_challenge_meets_it_once_for_the_person() {
            loyalty = running(
                    program(challenge().activity("visit", 2).givingPoints(30).oncePerPerson()));
            bothAreOne();
            for (MemberId member : List.of(ANA, ANNA)) {
                loyalty.record(Activity.of(member, "visit", "v-1")).receipt();
                loyalty.record(Activity.of(member, "visit", "v-2")).receipt();
            }

            has(ANA, 30);
            has(ANNA, 0);
        }
    }

    @Nested
    final class After_a_crash {
        @Test
        void between_claim_and_commit_it_is_free_again_after_a_while() {
            bothAreOne();
            store.breaksBefore(request -> true);
            assertThatThrownBy(() -> buys(ANA, "o-1")).hasMessage("the connection broke");
            store.holds();
            assertThat(buys(ANNA, "o-1")).isZero();

            clock.pass(Budgets.LIFE.plusMillis(1));
            loyalty.runDue(clock.instant());
            assertThat(taken()).isZero();
            assertThat(buys(ANNA, "o-2")).isEqualTo(500);
            assertThat(buys(ANA, "o-1")).isZero();
        }

        @Test
        void of_an_order_that_was_booked_without_it_in_the_end_it_is_free() {
            loyalty = running(program(points(500).perOrder().when(firstOrder()).oncePerPerson()));
            bothAreOne();
            int[] others = {1};
            store.breaksBefore(request -> {
                if (others[0]-- > 0) {
                    assertThat(buys(ANA, "o-0")).isZero();
                    store.breaksAfter(any -> true);
                }
                return false;
            });
            assertThatThrownBy(() -> buys(ANA, "o-1")).hasMessage("the connection broke");
            store.holds();
            assertThat(loyalty.account(ANA).available()).isZero();
            assertThat(taken()).isEqualTo(1);

            clock.pass(Duration.ofHours(1));
            loyalty.runDue(clock.instant());
            assertThat(buys(ANNA, "o-1")).isEqualTo(500);
        }

        @Test
        void after_the_commit_it_stays_the_accounts() {
            bothAreOne();
            store.breaksAfter(request -> true);
            assertThatThrownBy(() -> buys(ANA, "o-1")).hasMessage("the connection broke");
            store.holds();
            clock.pass(Duration.ofHours(1));
            loyalty.runDue(clock.instant());

            assertThat(store.unsettled(Instant.MAX, 9)).isEmpty();
            assertThat(buys(ANNA, "o-1")).isZero();
            has(ANA, 500);
        }
    }

    @Test
    void the_rule_says_so_unless_it_has_words_of_its_own() {
        EarnRule welcome = points(500).perOrder();
        assertThat(welcome.oncePerPerson().oncePerPerson().describe()).isEqualTo("500 points, once per person");
        assertThat(welcome.describe()).isEqualTo("500 points");
        assertThat(welcome.describedAs("hello").oncePerPerson().describe()).isEqualTo("hello");
    }
}
