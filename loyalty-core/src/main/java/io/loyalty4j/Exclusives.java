package io.loyalty4j;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sees to it that among all members a thing is done once: one order is purchased by one member, where the program says so or guests may claim theirs after
 * they have joined, and of two accounts only one is given up for the other.
 */
final class Exclusives {
    private final LoyaltyProgram program;
    private final LoyaltyStore store;
    private final OnlyOne claims;

    Exclusives(LoyaltyProgram program, LoyaltyStore store, Clock clock) {
        this.program = program;
        this.store = store;
        this.claims = new OnlyOne(store, clock);
    }

    boolean concerns(Command command) {
        return what(command).isPresent();
    }

    private Optional<String> what(Command command) {
        if (command instanceof Order order && program.oneMemberPerOrder()) {
            return Optional.of("order/" + order.id());
        }
        return command instanceof Merge merge
                ? Optional.of("merge/" + Friends.pair(merge.member(), merge.into()))
                : Optional.empty();
    }

    /** Books a command once what it is about is claimed for its member; others as they are. */
    Commit owning(Command command, Supplier<Commit> booking) {
        return what(command).map(one -> claiming(one, command, booking)).orElseGet(booking);
    }

    private Commit claiming(String one, Command command, Supplier<Commit> booking) {
        String claimant = Budgets.claimant(command.member(), command.requestId());
        boolean had = claims.had(one, claimant) || editsOwn(one, command);
        if (!had && store.posting(command.member(), command.requestId()).isEmpty()) {
            return new Commit.Refused(refusal(command));
        }
        Commit commit = booking.get();
        if (commit instanceof Commit.Refused) {
            store.settle(one, claimant, 0);
        } else {
            claims.keep(one, claimant);
        }
        return commit;
    }

    /** Another revision of an order finds it claimed by the first. */
    private boolean editsOwn(String one, Command command) {
        return command instanceof Order
                && store.claimant(one)
                        .map(Budgets::member)
                        .filter(command.member()::equals)
                        .isPresent();
    }

    private Refusal refusal(Command command) {
        if (command instanceof Order order) {
            return new AccountRefusal.OrderOfAnotherMember(order.id());
        }
        MemberId member = command.member();
        return store.find(member)
                .flatMap(Account::mergedInto)
                .<Refusal>map(into -> new AccountRefusal.Merged(member, into))
                .orElseGet(() -> new AccountRefusal.MergeNotAccepted("the two were merged, or are being merged"));
    }
}
