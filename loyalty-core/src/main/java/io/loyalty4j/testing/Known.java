package io.loyalty4j.testing;

import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.tier.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a program has; what it has not could never be seen, nor missed. */
record Known(LoyaltyProgram program) {
    void rule(String id) {
        among("rule", id, program.plan().ids());
    }

    void reward(String id) {
        among("reward", id, program.rewards().keySet());
    }

    void tier(String code) {
        among(
                "tier",
                code,
                program.ladder().rungs().stream().map(Standing.Rung::tier).toList());
    }

    /** What only a moment tells needs one. */
    void event(Class<? extends LoyaltyEvent> event) {
        MomentEvents.missing(program, event).ifPresent(kind -> {
            throw Failure.of("the program has no moment of the kind " + kind + ", which alone tells "
                    + event.getSimpleName() + ", only " + program.moments().keySet());
        });
    }

    /** Of an order that is not there nothing is known. */
    static void line(Optional<OrderPosition> order, String id) {
        List<String> lines = order.map(OrderPosition::lines).orElse(List.of()).stream()
                .map(OrderPosition.Line::id)
                .toList();
        if (!lines.isEmpty() && !lines.contains(id)) {
            throw Failure.of(
                    "order " + order.map(OrderPosition::order).orElse("") + " has no line " + id + ", only " + lines);
        }
    }

    private static void among(String what, String id, Collection<String> known) {
        if (!known.contains(id)) {
            throw Failure.of("the program has no " + what + " " + id + ", only " + known);
        }
    }
}
