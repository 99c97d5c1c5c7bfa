package io.loyalty4j;

import static io.loyalty4j.Rounds.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of time: booked in bounded rounds if somebody runs them, and right without. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HousekeepingTest extends CampusFixture {
    private static final int BATCH = 256;

    private void membersBuy(int members) {
        for (int i = 0; i < members; i++) {
            buys(MemberId.of(i), "1");
        }
    }

    private long booked(Posting.Kind kind) {
        try (Stream<Posting> postings = store.postings()) {
            return postings.filter(posting -> posting.header().kind() == kind).count();
        }
    }

    @Nested
    final class A_round {
        @Test
        void books_nothing_where_nothing_is_due() {
            buys(ANA, "1");
            clock.pass(Duration.ofHours(23));

            assertThat(loyalty.runDue()).satisfies(round(0, 0, false, false));
            assertThat(loyalty.journal(ANA).postings()).hasSize(1);
        }

        @Test
        void takes_so_many_members_and_says_whether_there_are_more() {
            membersBuy(2 * BATCH + 1);
            clock.set("2026-06-15T12:00:00Z");

            assertThat(loyalty.runDue(clock.instant())).satisfies(round(BATCH, 0, true, false));
            assertThat(loyalty.runDue()).satisfies(round(BATCH, 0, true, false));
            assertThat(loyalty.runDue()).satisfies(round(1, 0, false, false));
            assertThat(loyalty.runDue()).satisfies(round(0, 0, false, false));

            assertThat(booked(Posting.Kind.TIME)).isEqualTo(2 * BATCH + 1);
            assertThat(store.due(clock.instant(), 1)).isEmpty();
        }

        @Test
        void that_is_full_to_the_last_place_says_there_are_no_more() {
            membersBuy(BATCH);
            clock.set("2026-06-15T12:00:00Z");

            assertThat(loyalty.runDue(clock.instant())).satisfies(round(BATCH, 0, false, false));
        }

        @Test
        void goes_on_in_another_engine_where_the_first_one_stopped() {
            membersBuy(BATCH + 10);
            clock.set("2026-06-15T12:00:00Z");
            loyalty.runDue(clock.instant());

            LoyaltyEngine restarted = on(store);

            assertThat(restarted.runDue()).satisfies(round(10, 0, false, false));
            assertThat(booked(Posting.Kind.TIME)).isEqualTo(BATCH + 10);
        }

        @Test
        void takes_the_longest_due_first() {
            buys(MemberId.of("late"), "1");
            clock.set("2026-05-31T12:00:00Z");
            buys(MemberId.of("early"), "1");

            assertThat(store.due(Instant.parse("2026-07-01T00:00:00Z"), 10))
                    .containsExactly(MemberId.of("early"), MemberId.of("late"));
            assertThat(store.due(Instant.parse("2026-07-01T00:00:00Z"), 1)).containsExactly(MemberId.of("early"));
        }

        @Test
        void books_one_posting_for_each_instant_and_never_twice() {
            buys(ANA, "1");
            clock.pass(Duration.ofDays(1));
            buys(ANA, "2");
            clock.set("2027-12-01T12:00:00Z");

            assertThat(loyalty.runDue(clock.instant()).booked()).isEqualTo(1);
            assertThat(loyalty.runDue().booked()).isZero();

            List<Posting> postings = loyalty.journal(ANA).postings();
            assertThat(postings)
                    .filteredOn(posting -> posting.header().kind() == Posting.Kind.TIME)
                    .extracting(posting -> posting.header().occurredAt())
                    .containsExactly(
                            Instant.parse("2026-06-15T12:00:00Z"),
                            Instant.parse("2026-06-16T12:00:00Z"),
                            Instant.parse("2027-06-15T23:00:00Z"),
                            Instant.parse("2027-06-16T23:00:00Z"));
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void is_not_stopped_by_a_member_whose_account_is_corrupt() {
            membersBuy(3);
            HookedStore broken = new HookedStore(store);
            broken.breaksBefore(request -> request.member().equals(MemberId.of(1)));
            LoyaltyEngine beside = on(broken);
            clock.set("2026-06-15T12:00:00Z");

            assertThat(beside.runDue(clock.instant())).satisfies(round(2, 0, false, false));

            assertThat(store.due(clock.instant(), 10)).containsExactly(MemberId.of(1));
        }

        @Test
        void reaches_those_behind_a_whole_batch_for_whom_nothing_may_be_booked() {
            LoyaltyEngine younger = LoyaltyEngine.builder(Programs.campus()
                            .version("2")
                            .inForceFrom("2026-06-01")
                            .build())
                    .store(store)
                    .clock(clock)
                    .build();
            for (int i = 0; i < BATCH + 10; i++) {
                younger.enrol(Member.of(MemberId.of(i)));
                younger.purchase(Order.of(MemberId.of(i), "1").currency("GBP").line(OrderLine.of("thing", "20.00")));
            }
            clock.pass(Duration.ofMinutes(1));
            buys(ANA, "1");
            clock.set("2026-06-20T12:00:00Z");

            DueReport first = loyalty.runDue(clock.instant());
            DueReport second = loyalty.runDue();

            assertThat(first).satisfies(round(0, 0, true, false));
            assertThat(second).satisfies(round(1, 0, false, false));
            assertThat(store.find(ANA).orElseThrow().available()).isEqualTo(20);
        }
    }

    @Nested
    final class Without_any_round {
        @Test
        void thirteen_months_later_a_read_a_quote_and_a_redemption_are_right() {
            buys(ANA, "1");
            clock.passMonths(1);
            assertThat(loyalty.account(ANA).available()).isEqualTo(20);
            assertThat(loyalty.account(ANA).pending()).isZero();

            clock.passMonths(13);

            Order order = Order.of(ANA, "2")
                    .currency("GBP")
                    .line(OrderLine.of("thing", "20.00"))
                    .redeem("ten");
            Refusal refusal = new Refusal.InsufficientPoints("ten", 10, 0);
            assertThat(loyalty.account(ANA).available()).isZero();
            assertThat(loyalty.quote(order).refusal()).contains(refusal);
            assertThat(loyalty.purchase(order).refusal()).contains(refusal);
            assertThat(loyalty.journal(ANA).postings())
                    .as("reads and refusals write nothing")
                    .hasSize(1);
        }

        @Test
        void the_account_is_the_same_as_with_rounds_every_day() {
            LoyaltyStore other = LoyaltyStore.inMemory();
            LoyaltyEngine swept = on(other);
            Order order = Order.of(ANA, "1").currency("GBP").line(OrderLine.of("thing", "20.00"));
            loyalty.purchase(order);
            swept.purchase(order);
            for (int day = 0; day < 400; day++) {
                clock.pass(Duration.ofDays(1));
                swept.runDue(clock.instant());
            }

            Account lazy = loyalty.account(ANA);
            Account eager = swept.account(ANA);

            assertThat(lazy.lots()).isEqualTo(eager.lots());
            assertThat(lazy.version()).isEqualTo(eager.version());
            assertThat(lazy.standing()).isEqualTo(eager.standing());
            assertThat(lazy.available()).isEqualTo(eager.available()).isZero();
        }
    }

    @Test
    void two_engines_at_once_book_each_thing_once() throws Exception {
        int members = 1_000;
        membersBuy(members);
        clock.set("2026-06-15T12:00:00Z");
        List<LoyaltyEngine> engines = List.of(on(store), on(store));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int booked = 0;
        try {
            List<Future<Integer>> each = new ArrayList<>();
            for (LoyaltyEngine engine : engines) {
                each.add(threads.submit(() -> untilThereIsNothingMore(engine)));
            }
            for (Future<Integer> one : each) {
                booked += one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(booked).isEqualTo(members);
        assertThat(booked(Posting.Kind.TIME)).isEqualTo(members);
        assertThat(store.due(clock.instant(), 1)).isEmpty();
        for (int i = 0; i < members; i++) {
            assertThat(loyalty.journal(MemberId.of(i)).verify().findings()).isEmpty();
        }
    }

    private int untilThereIsNothingMore(LoyaltyEngine engine) {
        int booked = 0;
        while (!store.due(clock.instant(), 1).isEmpty()) {
            booked += engine.runDue().booked();
        }
        return booked;
    }
}
