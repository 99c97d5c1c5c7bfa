package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A fresh store, a clock set by hand, and what clauses do with the two. */
final class Trial {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");
    static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final LoyaltyStore store;
    private final Optional<UnaryOperator<LoyaltyStore>> another;
    private final ClockByHand clock = ClockByHand.at("2026-06-01T12:00:00Z");

    Trial(Bench bench) {
        this.store = bench.fresh().get();
        this.another = bench.another();
    }

    LoyaltyStore store() {
        return store;
    }

    ClockByHand clock() {
        return clock;
    }

    /** A second one on the same data, or the same where there can be no other. */
    LoyaltyStore reopened() {
        return another.isPresent() ? another.get().apply(store) : store;
    }

    LoyaltyEngine engine(LoyaltyProgram program) {
        return engine(program, store);
    }

    LoyaltyEngine engine(LoyaltyProgram program, LoyaltyStore where) {
        return LoyaltyEngine.builder(program).store(where).clock(clock).build();
    }

    /** Two that share nothing but the store's data. */
    List<LoyaltyEngine> twoEngines(LoyaltyProgram program) {
        return List.of(engine(program), engine(program, reopened()));
    }

    static Request request(Command command) {
        return new Request(
                command.member(), Optional.of(command.requestId()), Fingerprint.of(command), command.subject());
    }

    /** Decides about a command as an engine would, and delivers nothing of what it sends. */
    Decision decision(LoyaltyProgram program, Command command) {
        return state -> decide(program, state, command);
    }

    Decided decide(LoyaltyProgram program, State state, Command command) {
        Circumstances now = Circumstances.at(clock.instant()).goingTo(Account.of(BEN));
        return Decisions.decide(program, state, command, now);
    }

    Commit books(LoyaltyProgram program, Command command) {
        return store.update(request(command), decision(program, command));
    }

    /** Everybody's at the end. */
    List<Posting> postings() {
        try (Stream<Posting> all = store.postings()) {
            return all.toList();
        }
    }

    List<Posting> postings(MemberId member) {
        try (Stream<Posting> all = store.postings(member)) {
            return all.toList();
        }
    }

    Seen seen() {
        return Seen.of(store);
    }

    Proof proof() {
        return new Proof(store);
    }
}
