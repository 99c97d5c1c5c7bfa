package io.loyalty4j.simulation;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;

/** An engine with a clock and a version of the program of its own, on a store that it shares. */
final class Machine {
    final Rules rules;
    private final LoyaltyProgram program;
    private final LoyaltyStore store;
    private final HandClock clock = HandClock.at(Instant.EPOCH.toString());
    private LoyaltyEngine engine;

    Machine(Rules rules, LoyaltyProgram program, LoyaltyStore store) {
        this.rules = rules;
        this.program = program;
        this.store = store;
        this.engine = started();
    }

    private LoyaltyEngine started() {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .tellingNobody()
                .build();
    }

    LoyaltyEngine engine() {
        return engine;
    }

    void restart() {
        engine = started();
    }

    void clock(long now) {
        clock.set(Instant.ofEpochMilli(now));
    }

    long now() {
        return clock.instant().toEpochMilli();
    }
}
