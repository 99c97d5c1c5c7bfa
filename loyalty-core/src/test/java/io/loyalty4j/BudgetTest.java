package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.AtOnce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A campaign's budget is all members' together: never overdrawn, and none of it is lost. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BudgetTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final String BUDGET = "budget/plain/launch/points";

    private final HookedStore store = new HookedStore();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    private LoyaltyEngine loyalty =
            running(launch(points(500).perOrder().atMostPoints(1_200).inAll()));

    private static ProgramBuilder launch(EarnRule rule) {
        return Programs.plain().without("base").earn("launch", rule);
    }

    private LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    private static Order order(MemberId member, String id) {
        return Order.of(member, id).currency("GBP").line(OrderLine.of("thing", "10.00"));
    }

    private long earns(String member) {
        return loyalty.purchase(order(MemberId.of(member), "o-1")).receipt().earned();
    }

    @Nested
    final class A_budget {
        @Test
        void is_shared_by_all_members_to_the_last_point() {
            assertThat(earns("ana")).isEqualTo(500);
            assertThat(earns("ben")).isEqualTo(500);
            assertThat(earns("carl")).isEqualTo(200);
            assertThat(earns("dora")).isZero();
            assertThat(store.taken(BUDGET)).isEqualTo(1_200);
        }

        @Test
        void of_times_counts_orders() {
            loyalty = running(launch(points(500).perOrder().atMostTimes(2).inAll()));
            assertThat(List.of(earns("ana"), earns("ben"), earns("carl"))).containsExactly(500L, 500L, 0L);
        }

        @Test
        void is_not_touched_by_orders_that_its_rule_gives_nothing() {
            loyalty = running(launch(points(500)
                    .perOrder()
                    .when(firstOrder())
                    .atMostPoints(1_000)
                    .inAll()));
            earns("ana");
            loyalty.purchase(order(ANA, "o-2")).receipt();
            assertThat(store.taken(BUDGET)).isEqualTo(500);
        }

        @Test
        void is_used_once_by_a_repetition() {
            earns("ana");
            assertThat(loyalty.purchase(order(ANA, "o-1"))).isInstanceOf(Outcome.Replayed.class);
            assertThat(store.taken(BUDGET)).isEqualTo(500);
        }

        @Test
        void is_not_used_by_a_refused_order() {
            Order poor = order(ANA, "o-1").redeem("ten");
            assertThat(loyalty.purchase(poor).refusal()).isPresent();
            assertThat(store.taken(BUDGET)).isZero();
        }

        @Test
        void gives_back_what_was_claimed_and_not_used() {
            loyalty = running(launch(points(1)
                    .per("1.00")
                    .atMostPoints(1_200)
                    .inAll()
                    .atMostPoints(3)
                    .perOrder()));
            assertThat(earns("ana")).isEqualTo(3);
            assertThat(store.taken(BUDGET)).isEqualTo(3);
        }

        @Test
        void is_used_for_good_also_by_an_order_that_comes_back() {
            earns("ana");
            loyalty.cancel(order(ANA, "o-1")).receipt();
            assertThat(loyalty.account(ANA).available()).isZero();
            assertThat(store.taken(BUDGET)).isEqualTo(500);
        }

        @Test
        void is_another_one_in_another_program() {
            earns("ana");
            LoyaltyEngine other = LoyaltyEngine.builder(LoyaltyProgram.named("other")
                            .currency("GBP")
                            .zone("Europe/London")
                            .earn(
                                    "launch",
                                    points(500).perOrder().atMostPoints(1_200).inAll())
                            .build())
                    .store(store)
                    .clock(clock)
                    .build();
            other.purchase(order(MemberId.of("ben"), "o-1"));
            assertThat(store.taken(BUDGET)).isEqualTo(500);
        }
    }

    @Nested
    final class A_quote {
        @Test
        void tells_what_is_left_and_claims_nothing() {
            earns("ana");
            earns("ben");

            Quote quote = loyalty.quote(order(MemberId.of("carl"), "o-1"));

            assertThat(quote.points()).isEqualTo(200);
            assertThat(quote.awards().get(0).wanted()).isEqualTo(500);
            assertThat(store.taken(BUDGET)).isEqualTo(1_000);
        }

        @Test
        void says_when_nothing_is_left() {
            List.of("ana", "ben", "carl").forEach(BudgetTest.this::earns);

            assertThat(loyalty.quote(order(MemberId.of("dora"), "o-1")).silent())
                    .extracting(Silence::rule, Silence::why)
                    .containsExactly(
                            tuple("launch", "at most 1200 points in all for all members, and that has been given"));
        }
    }

    @Nested
    final class Many_at_once {
        @Test
        void never_overdraw_and_leave_nothing() throws Exception {
            List<Callable<Long>> orders = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String member = "m-" + i % 16;
                String id = "o-" + i;
                orders.add(() -> loyalty.purchase(order(MemberId.of(member), id))
                        .receipt()
                        .earned());
            }
            loyalty = running(launch(points(70).perOrder().atMostPoints(3_333).inAll()));

            long given = AtOnce.all(orders).stream().mapToLong(Long::longValue).sum();

            assertThat(given).isEqualTo(3_333);
            assertThat(store.taken(BUDGET)).isEqualTo(3_333);
            assertThat(store.unsettled(clock.instant().plusSeconds(1), 10)).isEmpty();
        }

        @Test
        void that_send_the_same_order_use_it_at_most_once_each_way_it_is_counted() throws Exception {
            List<Callable<Outcome>> same = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                same.add(() -> loyalty.purchase(order(ANA, "o-1")));
            }

            List<Outcome> outcomes = AtOnce.all(same);

            assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
            assertThat(loyalty.account(ANA).available()).isEqualTo(500);
            assertThat(store.taken(BUDGET)).isBetween(500L, 1_200L);
        }
    }

    @Nested
    final class After_a_crash {
        private void housekeepingAfter(Duration time) {
            clock.pass(time);
            loyalty.runDue(clock.instant());
        }

        @Test
        void before_the_commit_what_was_claimed_is_given_back_after_ten_minutes() {
            store.breaksBefore(request -> true);
            assertThatThrownBy(() -> earns("ana")).hasMessage("the connection broke");
            store.holds();
            assertThat(store.taken(BUDGET)).isEqualTo(500);

            housekeepingAfter(Duration.ofMinutes(10));
            assertThat(store.taken(BUDGET)).isEqualTo(500);
            housekeepingAfter(Duration.ofMillis(1));
            assertThat(store.taken(BUDGET)).isZero();
        }

        @Test
        void before_the_commit_the_same_order_takes_up_its_claim() {
            store.breaksBefore(request -> true);
            assertThatThrownBy(() -> earns("ana")).hasMessage("the connection broke");
            store.holds();

            assertThat(earns("ana")).isEqualTo(500);
            assertThat(store.taken(BUDGET)).isEqualTo(500);
        }

        @Test
        void after_the_commit_the_claim_is_settled_by_its_posting() {
            store.breaksAfter(request -> true);
            assertThatThrownBy(() -> earns("ana")).hasMessage("the connection broke");
            store.holds();

            housekeepingAfter(Duration.ofMinutes(11));
            assertThat(store.taken(BUDGET)).isEqualTo(500);
            assertThat(store.unsettled(clock.instant().plusSeconds(1), 10)).isEmpty();
            assertThat(loyalty.account(ANA).available()).isEqualTo(500);
        }

        @Test
        void after_the_commit_a_repetition_settles_it_too() {
            store.breaksAfter(request -> true);
            assertThatThrownBy(() -> earns("ana")).hasMessage("the connection broke");
            store.holds();

            assertThat(loyalty.purchase(order(ANA, "o-1"))).isInstanceOf(Outcome.Replayed.class);
            assertThat(store.unsettled(clock.instant().plusSeconds(1), 10)).isEmpty();
            assertThat(store.taken(BUDGET)).isEqualTo(500);
        }

        @Test
        void a_decision_that_comes_too_late_claims_anew() {
            int[] waits = {1};
            store.breaksBefore(request -> {
                if (waits[0]-- > 0) {
                    housekeepingAfter(Duration.ofMinutes(11));
                }
                return false;
            });

            assertThat(earns("ana")).isEqualTo(500);
            assertThat(store.taken(BUDGET)).isEqualTo(500);
        }
    }

    @Test
    void of_an_account_that_has_changed_since_the_claim_is_claimed_anew() {
        loyalty = running(launch(
                points(500).perOrder().when(firstOrder()).atMostPoints(1_000).inAll()));
        earns("ana");
        int[] changes = {1};
        store.breaksBefore(request -> {
            if (changes[0]-- > 0) {
                loyalty.cancel(order(ANA, "o-1"));
            }
            return false;
        });

        assertThat(loyalty.purchase(order(ANA, "o-2")).receipt().earned()).isEqualTo(500);
        assertThat(store.taken(BUDGET)).isEqualTo(1_000);
        assertThat(store.unsettled(clock.instant().plusSeconds(1), 10)).isEmpty();
    }

    @Nested
    final class Beside_a_budget {
        @Test
        void what_comes_back_after_all_points_are_spent_is_owed() {
            loyalty = running(Programs.plain()
                    .earn("launch", points(70).perOrder().atMostPoints(1_200).inAll()));
            loyalty.purchase(order(ANA, "o-1")).receipt();
            loyalty.purchase(order(ANA, "o-2").redeem("eighty")).receipt();
            loyalty.cancel(order(ANA, "o-2")).receipt();
            loyalty.purchase(order(ANA, "o-3").redeem("eighty")).receipt();

            loyalty.refund(Refund.of(order(ANA, "o-1"), "rma-1").line("thing", 1))
                    .receipt();

            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void profiles_are_kept_also_of_many_commands_together() {
            loyalty.executeAll(List.of(Member.of(ANA).with("segment", "student"), order(ANA, "o-1")));

            assertThat(store.profile(ANA)).isPresent();
        }

        @Test
        void many_commands_together_share_it_in_their_order() {
            List<Command> orders = new ArrayList<>(IntStream.range(0, 4)
                    .mapToObj(i -> (Command) order(MemberId.of("m-" + i), "o-1"))
                    .toList());
            orders.add(1, order(MemberId.of("m-0"), "o-1").cancellation());

            List<Outcome> outcomes = loyalty.executeAll(orders);

            assertThat(outcomes.stream().map(each -> each.receipt().earned()))
                    .containsExactly(500L, 0L, 500L, 200L, 0L);
            assertThat(store.taken(BUDGET)).isEqualTo(1_200);
        }

        @Test
        void activities_share_one_too() {
            loyalty = running(
                    launch(points(500).forActivity("review").atMostPoints(700).inAll()));
            assertThat(loyalty.record(Activity.of(ANA, "review", "r-1"))
                            .receipt()
                            .earned())
                    .isEqualTo(500);
            assertThat(loyalty.record(Activity.of(ANA, "review", "r-2"))
                            .receipt()
                            .earned())
                    .isEqualTo(200);
            assertThat(loyalty.record(Activity.of(ANA, "review", "r-3"))
                            .receipt()
                            .earned())
                    .isZero();
        }
    }
}
