package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class GuestOrderTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");
    private static final Instant PLACED = Instant.parse("2026-06-01T12:00:00Z");

    private final HookedStore store = new HookedStore();
    private final HandClock clock = HandClock.at("2026-06-20T12:00:00Z");
    private LoyaltyEngine loyalty = running(Programs.plain().claimableFor(Period.ofDays(30)));

    private LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    private static Order order(MemberId member) {
        return Order.of(member, "o-1")
                .currency("GBP")
                .at(PLACED)
                .line(OrderLine.of("thing", "100.00").times(2));
    }

    private void has(MemberId member, long points) {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        assertThat(loyalty.account(member).available()).isEqualTo(points);
    }

    @Nested
    final class An_order_of_the_time_before_the_member_came {
        private final Refusal tooLate =
                new AccountRefusal.ClaimedTooLate("o-1", PLACED, Instant.parse("2026-07-01T12:00:00Z"));

        @Test
        void is_theirs_within_the_time_after_it_was_placed() {
            loyalty.enrol(Member.of(ANA)).receipt();
            clock.set("2026-07-01T11:59:59.999Z");
            loyalty.purchase(order(ANA)).receipt();

            has(ANA, 200);
        }

        @Test
        void can_be_edited_by_them_whenever_and_by_nobody_else() {
            loyalty.enrol(Member.of(ANA)).receipt();
            loyalty.purchase(order(ANA)).receipt();
            clock.set("2026-08-01T12:00:00Z");

            Order edited = order(ANA).revision(2).line(OrderLine.of("more", "50.00"));
            loyalty.purchase(edited).receipt();

            has(ANA, 250);
            assertThat(loyalty.purchase(order(BEN).revision(3)).refusal())
                    .contains(new AccountRefusal.OrderOfAnotherMember("o-1"));
        }

        @Test
        void is_nobodys_after_that() {
            loyalty.enrol(Member.of(ANA)).receipt();
            clock.set("2026-07-01T12:00:00Z");

            assertThat(loyalty.purchase(order(ANA)).refusal()).contains(tooLate);
            assertThat(loyalty.quote(order(ANA)).refusal()).contains(tooLate);
            assertThat(store.taken("order/o-1")).isZero();
            has(ANA, 0);
        }

        @Test
        void is_nobodys_after_that_even_if_it_is_the_first_that_is_heard_of_them() {
            clock.set("2026-07-01T12:00:00Z");

            assertThat(loyalty.purchase(order(ANA)).refusal()).contains(tooLate);
            assertThat(store.find(ANA)).isEmpty();
        }

        @Test
        void is_booked_at_any_age_where_nothing_is_said() {
            loyalty = running(Programs.plain());
            loyalty.enrol(Member.of(ANA)).receipt();
            clock.set("2028-07-01T12:00:00Z");

            loyalty.purchase(order(ANA)).receipt();
            loyalty.purchase(order(BEN)).receipt();
            has(ANA, 200);
            has(BEN, 200);
        }
    }

    @Test
    void an_order_that_a_member_placed_may_come_late() {
        clock.set("2026-05-01T12:00:00Z");
        loyalty.enrol(Member.of(ANA)).receipt();
        clock.set("2026-09-01T12:00:00Z");

        loyalty.purchase(order(ANA)).receipt();
        has(ANA, 200);
    }

    @Test
    void the_time_is_longer_than_nothing() {
        assertThatThrownBy(
                        () -> Programs.plain().claimableFor(Period.ofDays(-1)).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("claimableFor: P-1D is not longer than nothing");
    }

    @Nested
    final class An_order_is_one_members {
        private final Refusal another = new AccountRefusal.OrderOfAnotherMember("o-1");

        @Test
        void and_no_other_can_have_it() {
            Outcome first = loyalty.purchase(order(ANA));

            assertThat(loyalty.purchase(order(BEN)).refusal()).contains(another);
            assertThat(loyalty.executeAll(List.of(order(BEN), order(ANA))))
                    .containsExactly(new Outcome.Refused(another), new Outcome.Replayed(first.receipt()));
            assertThat(store.find(BEN)).isEmpty();
            has(ANA, 200);
        }

        @Test
        void also_after_it_was_cancelled() {
            loyalty.purchase(order(ANA)).receipt();
            loyalty.cancel(order(ANA)).receipt();

            assertThat(loyalty.purchase(order(BEN)).refusal()).contains(another);
        }

        @Test
        void and_free_again_where_it_was_refused() {
            Order unaffordable = order(ANA).redeem("ten");
            assertThat(loyalty.purchase(unaffordable).refusal()).isPresent();

            loyalty.purchase(order(BEN)).receipt();
            has(BEN, 200);
        }

        @Test
        void who_had_it_before_anybody_asked_keeps_it() {
            loyalty = running(Programs.plain());
            Outcome first = loyalty.purchase(order(ANA));
            loyalty = running(Programs.plain()
                    .version("2")
                    .inForceFrom("2026-06-20T13:00")
                    .claimableFor(Period.ofDays(30)));
            loyalty.purchase(order(BEN)).receipt();

            assertThat(loyalty.purchase(order(ANA))).isEqualTo(new Outcome.Replayed(first.receipt()));
        }

        @Test
        void even_if_many_come_at_once() throws Exception {
            List<Outcome> outcomes =
                    AtOnce.times(40, number -> loyalty.purchase(order(MemberId.of("m-" + number % 20))));

            List<MemberId> owners = outcomes.stream()
                    .filter(outcome -> outcome.refusal().isEmpty())
                    .map(outcome -> outcome.receipt().posting().header().member())
                    .distinct()
                    .toList();
            assertThat(owners).hasSize(1);
            assertThat(store.postings()).hasSize(1);
        }

        @Test
        void when_the_connection_broke_before_it_was_booked_it_is_free_after_a_while() {
            store.breaksBefore(request -> true);
            assertThatThrownBy(() -> loyalty.purchase(order(ANA))).hasMessage("the connection broke");
            store.holds();
            assertThat(loyalty.purchase(order(BEN)).refusal()).contains(another);

            clock.pass(Budgets.LIFE.plusMillis(1));
            loyalty.runDue(clock.instant());
            loyalty.purchase(order(BEN)).receipt();
            assertThat(loyalty.purchase(order(ANA)).refusal()).contains(another);
        }

        @Test
        void when_the_connection_broke_after_it_was_booked_it_stays_so() {
            store.breaksAfter(request -> true);
            assertThatThrownBy(() -> loyalty.purchase(order(ANA))).hasMessage("the connection broke");
            store.holds();
            clock.pass(Duration.ofHours(1));
            loyalty.runDue(clock.instant());

            assertThat(loyalty.purchase(order(BEN)).refusal()).contains(another);
            assertThat(store.unsettled(Instant.MAX, 9)).isEmpty();
            assertThat(loyalty.purchase(order(ANA))).isInstanceOf(Outcome.Replayed.class);
        }
    }
}
