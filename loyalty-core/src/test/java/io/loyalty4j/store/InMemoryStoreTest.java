package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store in memory promises to whoever decides. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InMemoryStoreTest extends CampusStoreFixture {
    @Nested
    final class The_index_of_what_is_due {
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void is_exact_after_every_change(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<MemberId> members =
                    IntStream.range(0, 6).mapToObj(MemberId::of).toList();
            for (int step = 0; step < 400; step++) {
                MemberId member = members.get(random.nextInt(members.size()));
                Order order = order(member, Integer.toString(random.nextInt(30)));
                act(random, order);
                assertThat(store.due(FAR, 100))
                        .as("seed " + seed + " step " + step)
                        .isEqualTo(expected(members, FAR));
                Instant horizon = clock.instant().plus(Duration.ofDays(random.nextInt(400)));
                assertThat(store.due(horizon, 100)).isEqualTo(expected(members, horizon));
                assertThat(store.due(horizon, 2))
                        .isEqualTo(expected(members, horizon).stream().limit(2).toList());
            }
            assertThat(store.postings().count()).as("the script did something").isGreaterThan(100);
        }

        private void act(SplittableRandom random, Order order) {
            switch (random.nextInt(7)) {
                case 0, 1 -> loyalty.purchase(order);
                case 2 -> loyalty.reserve(order.redeem("ten"));
                case 3 -> loyalty.cancel(order);
                case 4 ->
                    loyalty.refund(Refund.of(order, Integer.toString(random.nextInt(1_000_000)))
                            .line("thing", 1));
                case 5 -> clock.pass(Duration.ofHours(random.nextInt(1_000)));
                default -> loyalty.runDue(clock.instant());
            }
        }

        private List<MemberId> expected(List<MemberId> members, Instant until) {
            return members.stream()
                    .flatMap(member -> store.find(member).stream())
                    .filter(account ->
                            account.nextDueAt().filter(at -> !at.isAfter(until)).isPresent())
                    .sorted(Comparator.comparing(
                                    (Account account) -> account.nextDueAt().orElseThrow())
                            .thenComparing(Account::member))
                    .map(Account::member)
                    .toList();
        }
    }

    @Nested
    final class The_index_of_versions_adopted {
        private final List<LoyaltyEngine> machines = IntStream.range(0, 4)
                .mapToObj(version -> LoyaltyEngine.builder(Programs.campus()
                                .version("v" + version)
                                .inForceFrom("2026-0" + (5 + version) + "-01")
                                .build())
                        .store(store)
                        .clock(clock)
                        .build())
                .toList();

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void is_exact_after_every_change(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<MemberId> members =
                    IntStream.range(0, 8).mapToObj(MemberId::of).toList();
            for (int step = 0; step < 200; step++) {
                MemberId member = members.get(random.nextInt(members.size()));
                machines.get(random.nextInt(4)).purchase(order(member, Integer.toString(step)));
                clock.pass(Duration.ofHours(random.nextInt(24)));
                Instant before = clock.instant().minus(Duration.ofDays(random.nextInt(60)));
                assertThat(store.adoptedBefore(before, 100))
                        .as("seed " + seed + " step " + step)
                        .isEqualTo(expected(members, before));
                assertThat(store.adoptedBefore(before, 2))
                        .isEqualTo(expected(members, before).stream().limit(2).toList());
            }
            assertThat(store.adoptedBefore(clock.instant(), 100)).hasSize(8);
        }

        private List<MemberId> expected(List<MemberId> members, Instant before) {
            return members.stream()
                    .flatMap(member -> store.find(member).stream())
                    .filter(account -> account.program().inForceFrom().isBefore(before))
                    .sorted(Comparator.comparing(
                                    (Account account) -> account.program().inForceFrom())
                            .thenComparing(Account::member))
                    .map(Account::member)
                    .toList();
        }

        @Test
        void names_nobody_whose_version_came_into_force_at_that_very_instant() {
            machines.get(1).purchase(order(ANA, "1"));
            Instant begin = machines.get(1).account(ANA).program().inForceFrom();

            assertThat(store.adoptedBefore(begin, 10)).isEmpty();
            assertThat(store.adoptedBefore(begin.plusMillis(1), 10)).containsExactly(ANA);
        }
    }

    @Nested
    final class The_postings {
        @Test
        void of_a_member_come_in_their_order_without_gaps() {
            for (int i = 0; i < 20; i++) {
                loyalty.purchase(order(ANA, Integer.toString(i)));
                loyalty.purchase(order(BEN, Integer.toString(i)));
                clock.pass(Duration.ofDays(3));
            }

            try (Stream<Posting> postings = store.postings(ANA)) {
                List<Posting> all = postings.toList();
                assertThat(all).allMatch(posting -> posting.header().member().equals(ANA));
                assertThat(all)
                        .extracting(posting -> posting.header().version())
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, all.size())
                                .mapToObj(Long::valueOf)
                                .toList());
                for (int i = 1; i < all.size(); i++) {
                    assertThat(all.get(i).previousHash())
                            .isEqualTo(all.get(i - 1).hash());
                }
            }
        }

        @Test
        void of_everybody_are_those_of_each() {
            loyalty.purchase(order(BEN, "1"));
            loyalty.purchase(order(ANA, "1"));
            loyalty.purchase(order(BEN, "2"));

            List<Posting> each = new ArrayList<>(store.postings(ANA).toList());
            each.addAll(store.postings(BEN).toList());

            assertThat(store.postings()).containsExactlyElementsOf(each).hasSize(3);
        }

        @Test
        void of_somebody_unknown_are_none() {
            assertThat(store.postings(ANA)).isEmpty();
            assertThat(store.postings()).isEmpty();
        }

        @Test
        void that_are_being_read_do_not_move_when_more_are_written() {
            loyalty.purchase(order(ANA, "1"));
            loyalty.purchase(order(BEN, "1"));

            List<String> read = new ArrayList<>();
            try (Stream<Posting> postings = store.postings()) {
                postings.forEach(posting -> {
                    read.add(posting.header().requestId());
                    loyalty.purchase(order(posting.header().member(), "while-reading"));
                });
            }

            assertThat(read).contains("order/1@1").hasSizeBetween(2, 4);
            assertThat(store.postings()).hasSize(4);
        }
    }

    @Nested
    final class A_profile {
        @Test
        void is_written_only_over_the_one_that_was_seen() {
            Member first = Member.of(ANA).with("segment", "student");
            Member second = Member.of(ANA).with("segment", "teacher");

            assertThat(store.replace(Optional.of(second), first)).isFalse();
            assertThat(store.replace(Optional.empty(), first)).isTrue();
            assertThat(store.replace(Optional.empty(), second)).isFalse();
            assertThat(store.replace(Optional.of(second), first)).isFalse();
            assertThat(store.replace(Optional.of(first), second)).isTrue();
            assertThat(store.profile(ANA)).contains(second);
            assertThat(store.find(ANA)).as("a profile is no account").isEmpty();
        }
    }

    @Test
    void an_order_is_a_members_own() {
        loyalty.purchase(order(ANA, "1"));

        assertThat(store.order(ANA, "1")).isPresent();
        assertThat(store.order(BEN, "1")).isEmpty();
        assertThat(store.order(ANA, "2")).isEmpty();
    }
}
