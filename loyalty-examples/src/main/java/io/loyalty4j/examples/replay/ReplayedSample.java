package io.loyalty4j.examples.replay;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;

/** The history that ships with the example, booked by the engine: for examples that ask what a store has. */
public final class ReplayedSample {
    private ReplayedSample() {}

    /** A new store in memory, with all of it. */
    public static LoyaltyStore under(LoyaltyProgram program) {
        LoyaltyStore store = LoyaltyStore.inMemory();
        History history = new HistoryReader(program.zone(), Progress.none()).read(List.of(HistorySource.sample()));
        Replay.of(history, program, store, Progress.none());
        return store;
    }
}
