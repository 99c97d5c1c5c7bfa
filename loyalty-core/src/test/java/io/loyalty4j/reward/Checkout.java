package io.loyalty4j.reward;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.State;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The books of one member. Immutable, so that history can go on from it in several ways. */
record Checkout(
        LoyaltyProgram program,
        Account account,
        Map<String, OrderPosition> orders,
        Map<String, Lot> lots,
        Instant now,
        List<Posting> last) {
    static final MemberId ANA = MemberId.of("ana");

    static Checkout of(LoyaltyProgram program, Instant now) {
        return new Checkout(program, Account.of(ANA), Map.of(), Map.of(), now, List.of());
    }

    Checkout later(Duration pause) {
        return new Checkout(program, account, orders, lots, now.plus(pause), last);
    }

    Quote quote(Order order) {
        return Decisions.quote(program, state(order), order, Circumstances.at(now));
    }

    Decided decide(Command command) {
        return Decisions.decide(program, state(command), command, Circumstances.at(now));
    }

    Optional<Refusal> refusal(Command command) {
        return decide(command) instanceof Decided.Refuse refuse ? Optional.of(refuse.why()) : Optional.empty();
    }

    /** The books after a command that is not refused. */
    Checkout after(Command command) {
        Decided decided = decide(command);
        if (decided instanceof Decided.Unchanged) {
            return this;
        }
        Decided.Book book = (Decided.Book) decided;
        Map<String, OrderPosition> positions = new TreeMap<>(orders);
        book.after().order().ifPresent(position -> positions.put(position.order(), position));
        Map<String, Lot> all = new HashMap<>(lots);
        all.putAll(book.after().namedLots());
        book.after().account().lots().forEach(lot -> all.put(lot.id(), lot));
        return new Checkout(program, book.after().account(), positions, all, now, book.postings());
    }

    private State state(Command command) {
        Optional<OrderPosition> position = command.subject().map(orders::get);
        Map<String, Lot> named = new HashMap<>();
        position.ifPresent(known -> known.stakes().forEach(stake -> {
            Lot lot = lots.get(stake.lot());
            if (lot != null && lot.remaining() == 0) {
                named.put(lot.id(), lot);
            }
        }));
        return new State(account, position, named, Optional.empty());
    }

    /** Of the last command. */
    Receipt receipt() {
        return new Receipt(last.stream()
                .filter(posting -> posting.header().kind() == Posting.Kind.COMMAND)
                .findFirst()
                .orElseThrow());
    }

    OrderPosition position(Order order) {
        return orders.get(order.id());
    }
}
