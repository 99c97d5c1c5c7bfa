package io.loyalty4j.ledger;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a store has of one member, kept from postings: the account, the positions of orders, and lots that are closed. Lives inside one calculation. */
final class Books {
    private final Optional<Member> profile;
    private final Map<String, OrderPosition> positions = new HashMap<>();
    private final Map<String, Lot> lots = new HashMap<>();
    private Account account;

    Books(MemberId member, Optional<Member> profile) {
        this.account = Account.of(member);
        this.profile = profile;
    }

    Account account() {
        return account;
    }

    Map<String, OrderPosition> positions() {
        return positions;
    }

    void add(Posting posting) {
        Fold fold = new Fold(account).apply(posting);
        account = fold.account();
        lots.putAll(fold.touched());
        posting.changes(Change.OrderSet.class).map(Change.OrderSet::delta).forEach(this::add);
    }

    private void add(OrderPosition.Delta delta) {
        Optional<OrderPosition> before = Optional.ofNullable(positions.get(delta.order()));
        positions.put(delta.order(), OrderPosition.after(before, account.member(), delta));
    }

    void addAll(List<Posting> postings) {
        postings.forEach(this::add);
    }

    /** What a decision on a command is to know. */
    State about(Command command) {
        Optional<OrderPosition> position = command.subject().map(positions::get);
        Map<String, Lot> named = new HashMap<>();
        position.ifPresent(known -> known.stakes().forEach(stake -> {
            Lot lot = lots.get(stake.lot());
            if (lot != null) {
                named.put(lot.id(), lot);
            }
        }));
        return new State(account, position, named, profile);
    }
}
