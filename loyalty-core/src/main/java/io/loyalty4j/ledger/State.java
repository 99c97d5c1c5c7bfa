package io.loyalty4j.ledger;

import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision is about: an account, the position of the order that the command names, and lots that this order has stakes in or that were moved,
 * closed ones too. Immutable.
 *
 * @param profile what the shop said of the member, for rules that ask
 */
public record State(
        Account account, Optional<OrderPosition> order, Map<String, Lot> namedLots, Optional<Member> profile) {
    public State {
        namedLots = Map.copyOf(namedLots);
    }

    public static State of(Account account) {
        return new State(account, Optional.empty(), Map.of(), Optional.empty());
    }

    /** What is known of a member for a look that nothing comes of. */
    public static State read(
            MemberId member, Optional<Account> account, Optional<OrderPosition> order, Optional<Member> profile) {
        return new State(account.orElseGet(() -> Account.of(member)), order, Map.of(), profile);
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
