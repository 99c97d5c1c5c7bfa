package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A decision that breaks its promise; those that keep it are in the contract of stores. */
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

    @Test
    void one_that_was_made_for_an_older_state_is_not_written() {
        Order first = order(ANA, "1");
        Order second = order(ANA, "2");
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
}
