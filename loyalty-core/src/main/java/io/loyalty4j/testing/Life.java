package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A shop that runs on a store. Two that are told the same come to the same, whatever their stores. */
final class Life {
    private final Clock clock;
    private final SplittableRandom chance = new SplittableRandom(7);
    private LoyaltyStore store;
    private LoyaltyProgram program = LifeProgram.FIRST;
    private LoyaltyEngine loyalty;

    Life(LoyaltyStore store, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.loyalty = engine();
    }

    private LoyaltyEngine engine() {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .chance(chance)
                .build();
    }

    /** Goes on in another process, so to say. */
    void moveTo(LoyaltyStore other) {
        this.store = other;
        this.loyalty = engine();
    }

    void follow(LoyaltyProgram next) {
        this.program = next;
        this.loyalty = engine();
    }

    /** What became of a command, in words. */
    String execute(Command command) {
        try {
            return words(loyalty.execute(command));
        } catch (LoyaltyException e) {
            return e.toString();
        }
    }

    List<String> executeAll(List<Command> commands) {
        return loyalty.executeAll(commands).stream().map(Life::words).toList();
    }

    private static String words(Outcome outcome) {
        return outcome.getClass().getSimpleName() + " "
                + outcome.refusal()
                        .map(Object::toString)
                        .orElseGet(() -> Alike.digest(outcome.receipt().posting()));
    }

    String runDue() {
        return loyalty.runDue(clock.instant()).toString();
    }

    /** When those are due who are due in a year. */
    List<Instant> due() {
        return store.due(clock.instant().plusSeconds(31_536_000), 100).stream()
                .map(member -> store.find(member).flatMap(Account::nextDueAt).orElse(Instant.MAX))
                .toList();
    }

    /** What of that which members share is not settled. */
    List<String> open() {
        return store.unsettled(Instant.parse("9999-01-01T00:00:00Z"), 100).stream()
                .map(claim -> claim.toString())
                .sorted()
                .toList();
    }

    /** What is taken of each amount that members share. */
    List<String> taken() {
        return postings().stream()
                .flatMap(Life::shared)
                .distinct()
                .sorted()
                .map(name -> name + " " + store.taken(name) + " " + store.claimant(name))
                .toList();
    }

    private static Stream<String> shared(Posting posting) {
        return Stream.concat(
                posting.changes(Change.Granted.class).map(Change.Granted::budget),
                posting.changes(Change.PieceTaken.class)
                        .map(taken -> taken.piece().stock()));
    }

    List<Posting> postings() {
        try (Stream<Posting> all = store.postings()) {
            return all.toList();
        }
    }

    LoyaltyStore store() {
        return store;
    }
}
