package io.loyalty4j.laws;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;

/**
 * What random scenarios have left behind, for the laws of packages that read it.
 *
 * @param program the last version
 * @param postings one list for each member
 */
public record Journals(LoyaltyProgram program, List<List<Posting>> postings) {
    private static final int STEPS = 60;

    /** Of the n-th case of a run. */
    public static Journals of(long seed, int n) {
        long own = Chance.seed(seed, n);
        Scenario scenario = Scenarios.played(own, STEPS, n % 3 == 0, new Statistics(), each -> {});
        LoyaltyStore store = new World(scenario, new Statistics()).run().store();
        return new Journals(
                scenario.next().orElse(scenario.program()).built(),
                Commands.MEMBERS.stream()
                        .map(member -> store.postings(member).toList())
                        .toList());
    }
}
