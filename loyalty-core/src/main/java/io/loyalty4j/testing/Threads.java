package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.Refusal.RequestConflicts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Lets commands be sent at the same moment. */
final class Threads {
    private Threads() {}

    /** Their outcomes in the order of the commands; a conflict is an answer here, as it is among several. */
    static List<Outcome> send(List<Command> commands, Function<Command, Outcome> engine) {
        List<Callable<Outcome>> acts = commands.stream()
                .<Callable<Outcome>>map(command -> () -> sent(command, engine))
                .toList();
        try {
            return AtOnce.all(acts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while commands were sent at once", e);
        } catch (Exception e) {
            throw new IllegalStateException("commands that were sent at once failed", e);
        }
    }

    private static Outcome sent(Command command, Function<Command, Outcome> engine) {
        try {
            return engine.apply(command);
        } catch (ConflictingRequestException e) {
            return new Outcome.Refused(new RequestConflicts(e.requestId(), e.differingField()));
        }
    }
}
