package io.loyalty4j.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision is about: an account, the position of the order that the command names, and lots that this order has stakes in or that were moved,
 * closed ones too. Immutable.
 *
 * @param profile what the member's profile says, for rules that ask
 */
public record State(
        Account account, Optional<OrderPosition> order, Map<String, Lot> namedLots, Map<String, String> profile) {
    public State {
        namedLots = Map.copyOf(namedLots);
        profile = Map.copyOf(profile);
    }

    public static State of(Account account) {
        return new State(account, Optional.empty(), Map.of(), Map.of());
    }

    /** After some postings; the named lots are then all that were moved. */
    public State after(List<Posting> postings) {
        State state = this;
        for (Posting posting : postings) {
            state = state.after(posting);
        }
        return state;
    }

    State after(Posting posting) {
        Fold fold = new Fold(account).apply(posting);
        Map<String, Lot> lots = new HashMap<>(namedLots);
        lots.putAll(fold.touched());
        Optional<OrderPosition> position = order;
        for (Change.OrderSet set : posting.changes(Change.OrderSet.class).toList()) {
            position =
                    Optional.of(OrderPosition.after(position, posting.header().member(), set.delta()));
        }
        return new State(fold.account(), position, lots, profile);
    }
}
