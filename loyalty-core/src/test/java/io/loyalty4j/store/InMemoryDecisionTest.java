package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a decision is given by the store in memory, and what becomes of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InMemoryDecisionTest extends CampusStoreFixture {
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
