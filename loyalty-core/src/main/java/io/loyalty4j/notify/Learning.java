package io.loyalty4j.notify;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Occasions;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;

/**
 * What postings of the journal teach a memory: orders, and what is planned for them. Of an order that was edited only the first purchase counts.
 *
 * @param moments of the program, by id
 * @param zone the program's
 * @param occasions an order as it was booked, for conditions
 */
record Learning(SortedMap<String, Moment> moments, ZoneId zone, BiFunction<OrderPosition, Order, Occasion> occasions) {
    /** For the postings of one member, whose account and profile are those of now. */
    static Learning of(LoyaltyProgram program, Account account, Optional<Member> profile) {
        return new Learning(
                program.moments(),
                program.zone(),
                (position, order) -> Occasions.of(program, account, position, order, profile));
    }

    /** The memory after one more posting; of one that it knows it learns nothing new. */
    Memory after(Memory memory, Posting posting) {
        Memory next = memory;
        for (Change.OrderSet set : posting.changes(Change.OrderSet.class).toList()) {
            OrderPosition.Delta delta = set.delta();
            if (whole(delta.state())) {
                next = next.dropping(plan -> plan.order().equals(delta.order()));
            } else if (delta.state() == OrderPosition.State.PURCHASED
                    && delta.revision() == 1
                    && delta.terms().isPresent()) {
                next = bought(next, posting, delta.occurredAt());
            }
        }
        return next;
    }

    private static boolean whole(OrderPosition.State state) {
        return state == OrderPosition.State.CANCELLED || state == OrderPosition.State.RETURNED;
    }

    private Memory bought(Memory memory, Posting posting, Instant placed) {
        Optional<Order> order =
                command(posting.header()).filter(Order.class::isInstance).map(Order.class::cast);
        return order.map(one -> OrderPosition.after(List.of(posting), one.id())
                        .map(position -> occasions.apply(position, one))
                        .map(occasion -> bought(
                                memory,
                                new Placed(one.id(), placed),
                                occasion,
                                posting.header().recordedAt()))
                        .orElse(memory))
                .orElse(memory);
    }

    private static Optional<Command> command(Posting.Header header) {
        try {
            return header.kind() == Posting.Kind.COMMAND
                    ? Optional.of(header.fingerprint().command(header.member(), header.requestId()))
                    : Optional.empty();
        } catch (UnreadableCommandException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private Memory bought(Memory memory, Placed order, Occasion occasion, Instant booked) {
        Memory next = memory.ordering(order);
        for (Map.Entry<String, Moment> moment : moments.entrySet()) {
            if (concerns(moment.getKey(), moment.getValue(), order.at(), occasion)) {
                Instant due = later(order.at().plus(moment.getValue().pause()), booked);
                next = next.planning(new Planned(moment.getKey(), order.order(), due));
            }
        }
        return next;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean concerns(String id, Moment moment, Instant placed, Occasion occasion) {
        return moment.kind() == Moment.Kind.AFTER_ORDER
                && !placed.isBefore(moment.season().begin(zone))
                && placed.isBefore(moment.season().end(zone))
                && Asking.holds(id, moment, () -> occasion);
    }
}
