package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
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
final class InMemoryStoreTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final LoyaltyProgram PROGRAM = Programs.campus().build();

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    private final LoyaltyEngine loyalty =
            LoyaltyEngine.builder(PROGRAM).store(store).clock(clock).build();

    private static Order order(MemberId member, String id) {
        return Order.of(member, id)
                .currency("GBP")
                .line(OrderLine.of("thing", "20.00").times(2));
    }

    private static Request request(Command command) {
        return new Request(
                command.member(),
                Optional.of(command.requestId()),
                Fingerprint.of(command),
                command instanceof Order order ? Optional.of(order.id()) : Optional.empty());
    }

    private Decided decide(State state, Command command) {
        return Decisions.decide(PROGRAM, state, command, Circumstances.at(clock.instant()));
    }

    /** Everything that can be seen of a member. */
    private List<Object> everythingOf(MemberId member) {
        return List.of(
                store.find(member),
                store.postings(member).toList(),
                store.order(member, "1"),
                store.order(member, "2"),
                store.due(FAR, 100),
                store.profile(member));
    }

    @Nested
    final class A_decision {
        private final Order first = order(ANA, "1");
        private final Order second = order(ANA, "2");

        @Test
        void is_given_the_newest_state_and_the_orders_position() {
            loyalty.purchase(first);
            AtomicReference<State> seen = new AtomicReference<>();

            store.update(request(second), state -> {
                seen.set(state);
                return decide(state, second);
            });
            assertThat(seen.get().account().version()).isEqualTo(1);
            assertThat(seen.get().order()).isEmpty();

            Refund refund = Refund.of(first, "r").line("thing", 1);
            store.update(
                    new Request(ANA, Optional.of(refund.requestId()), Fingerprint.of(refund), Optional.of("1")),
                    state -> {
                        seen.set(state);
                        return decide(state, refund);
                    });
            assertThat(seen.get().account().version()).isEqualTo(2);
            assertThat(seen.get().order().orElseThrow().lines()).hasSize(1);
        }

        @Test
        void is_given_the_closed_lots_that_its_order_has_a_stake_in() {
            loyalty.purchase(first);
            clock.passMonths(14);
            loyalty.runDue(clock.instant());
            assertThat(store.find(ANA).orElseThrow().lots()).isEmpty();

            assertThat(loyalty.cancel(first).receipt().revoked()).isEqualTo(40);
            assertThat(loyalty.account(ANA).debt()).isZero();
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void that_throws_leaves_nothing_behind_and_the_account_usable() {
            loyalty.purchase(first);
            List<Object> before = everythingOf(ANA);

            assertThatThrownBy(() -> store.update(request(second), state -> {
                        decide(state, second);
                        throw new IllegalArgumentException("the rule is broken");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(everythingOf(ANA)).isEqualTo(before);
            assertThat(store.update(request(second), state -> decide(state, second)))
                    .isInstanceOf(Commit.Applied.class);
        }

        @Test
        void that_ends_in_an_error_leaves_nothing_behind_and_lets_the_next_one_in() throws Exception {
            loyalty.purchase(first);
            List<Object> before = everythingOf(ANA);

            assertThatThrownBy(() -> store.update(request(second), state -> {
                        Decided decided = decide(state, second);
                        return endless(Long.MAX_VALUE) > 0 ? decided : new Decided.Refuse(new Refusal.NotAMember(ANA));
                    }))
                    .isInstanceOf(StackOverflowError.class);

            assertThat(everythingOf(ANA)).isEqualTo(before);
            assertThat(AtOnce.times(1, number -> loyalty.purchase(second))
                            .get(0)
                            .receipt()
                            .earned())
                    .as("by another thread: no lock is left")
                    .isEqualTo(40);
        }

        @Test
        void that_throws_about_somebody_new_leaves_no_account() {
            assertThatThrownBy(() -> store.update(request(first), state -> {
                        throw new IllegalArgumentException("the rule is broken");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(store.find(ANA)).isEmpty();
            assertThat(store.postings()).isEmpty();
            assertThat(store.due(FAR, 10)).isEmpty();
        }

        @Test
        void that_was_made_for_an_older_state_is_not_written() {
            AtomicReference<Decided> old = new AtomicReference<>();
            store.update(request(first), state -> {
                old.set(decide(state, second));
                return decide(state, first);
            });
            List<Object> before = everythingOf(ANA);

            assertThatThrownBy(() -> store.update(request(second), state -> old.get()))
                    .isInstanceOf(CorruptAccountException.class);

            assertThat(everythingOf(ANA)).isEqualTo(before);
        }

        @Test
        void that_refuses_writes_nothing() {
            loyalty.purchase(first);
            clock.passMonths(1);
            List<Object> before = everythingOf(ANA);

            assertThat(loyalty.purchase(second.redeem("eighty")).refusal())
                    .contains(new Refusal.InsufficientPoints("eighty", 80, 40));
            assertThat(loyalty.reserve(second.redeem("eighty")).refusal()).isPresent();
            assertThat(loyalty.purchase(second.currency("USD")).refusal()).isPresent();

            assertThat(everythingOf(ANA)).as("not even what fell due").isEqualTo(before);
        }

        @Test
        void that_refuses_somebody_new_leaves_no_account() {
            assertThat(loyalty.purchase(first.redeem("eighty")).refusal()).isPresent();

            assertThat(store.find(ANA)).isEmpty();
            assertThat(store.postings(ANA)).isEmpty();
            assertThat(store.order(ANA, "1")).isEmpty();
        }

        @Test
        void is_not_asked_about_a_repetition() {
            loyalty.purchase(first);

            Commit again = store.update(request(first), state -> {
                throw new AssertionError("asked");
            });

            assertThat(again)
                    .isEqualTo(
                            new Commit.Replayed(store.postings(ANA).findFirst().orElseThrow()));
        }

        @Test
        void is_not_asked_about_a_conflict_which_writes_nothing() {
            loyalty.purchase(first);
            List<Object> before = everythingOf(ANA);

            assertThatThrownBy(() -> store.update(request(first.less("1.00")), state -> {
                        throw new AssertionError("asked");
                    }))
                    .isInstanceOf(ConflictingRequestException.class)
                    .hasMessageContaining("order/1@1")
                    .hasMessageContaining("discount");

            assertThat(everythingOf(ANA)).isEqualTo(before);
        }

        private static long endless(long rest) {
            return rest == 0 ? 0 : 1 + endless(rest - 1);
        }
    }

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

    @Test
    void several_updates_are_answered_in_their_order() {
        Order first = order(ANA, "1");
        Order second = order(BEN, "1");
        List<Unit> units = Stream.of(first, second, first)
                .map(each -> new Unit(request(each), state -> decide(state, each)))
                .toList();

        List<Commit> commits = store.updateAll(units);

        assertThat(commits.get(0)).isInstanceOf(Commit.Applied.class);
        assertThat(commits.get(1)).isInstanceOf(Commit.Applied.class);
        assertThat(commits.get(2))
                .isEqualTo(new Commit.Replayed(store.postings(ANA).findFirst().orElseThrow()));
    }
}
