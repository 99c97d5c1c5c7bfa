package io.loyalty4j.ledger;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** An order that was placed by somebody who was no member yet. */
final class GuestOrder {
    private GuestOrder() {}

    /** Why it cannot be booked any more. A member whose first command it is comes now, whenever it was placed. */
    static Optional<Refusal> claimedTooLate(Session session, Order order) {
        LoyaltyProgram program = session.program();
        Optional<Period> time = program.claimableFor();
        Instant came = session.state().account().since().orElse(session.now());
        boolean theirs =
                session.state().order().filter(OrderPosition::purchased).isPresent();
        if (theirs || time.isEmpty() || order.placedAt().filter(came::isAfter).isEmpty()) {
            return Optional.empty();
        }
        Instant placedAt = order.placedAt().get();
        Instant until = placedAt.atZone(program.zone()).plus(time.get()).toInstant();
        return session.now().isBefore(until)
                ? Optional.empty()
                : Optional.of(new AccountRefusal.ClaimedTooLate(order.id(), placedAt, until));
    }
}
