package io.loyalty4j;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.util.function.Supplier;

/** Sees to it that one order is purchased by one member, where guests may claim theirs after they have joined. */
final class OrderOwners {
    private static final String ORDER = "order/";

    private final LoyaltyProgram program;
    private final LoyaltyStore store;
    private final OnlyOne claims;

    OrderOwners(LoyaltyProgram program, LoyaltyStore store, Clock clock) {
        this.program = program;
        this.store = store;
        this.claims = new OnlyOne(store, clock);
    }

    boolean concerns(Command command) {
        return command instanceof Order && program.claimableFor().isPresent();
    }

    /** Books a purchase once the order is claimed for its member, and any other command as it is. */
    Commit owning(Command command, Supplier<Commit> booking) {
        return concerns(command) ? owning((Order) command, booking) : booking.get();
    }

    private Commit owning(Order order, Supplier<Commit> booking) {
        String claimant = Budgets.claimant(order.member(), order.requestId());
        boolean had = claims.had(ORDER + order.id(), claimant);
        if (!had && store.posting(order.member(), order.requestId()).isEmpty()) {
            return new Commit.Refused(new AccountRefusal.OrderOfAnotherMember(order.id()));
        }
        Commit commit = booking.get();
        if (commit instanceof Commit.Refused) {
            store.settle(ORDER + order.id(), claimant, 0);
        } else {
            claims.keep(ORDER + order.id(), claimant);
        }
        return commit;
    }
}
