package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Random scenarios, held to the laws of the ledger after every command. */
class LedgerLawsTest {
    private static final int STEPS = 100;
    private static final int COMMANDS = Integer.getInteger("loyalty4j.laws.commands", 100_000);

    @Test
    void everyLawHoldsAfterEveryCommandOfRandomScenarios() {
        long seed = Chance.seed();
        Statistics statistics = new Statistics();
        long begin = System.nanoTime();
        for (int i = 0; statistics.commands() < COMMANDS; i++) {
            long own = Chance.seed(seed, i);
            Scenarios.played(
                    own, STEPS, i % 3 == 0, statistics, scenario -> new World(scenario, new Statistics()).run());
        }
        System.out.printf(
                Locale.ROOT,
                "The laws of the ledger, seed %d, %.1f s%n%s",
                seed,
                (System.nanoTime() - begin) / 1e9,
                statistics);
        if (COMMANDS >= 100_000) {
            assertThat(statistics.rarerThan(100)).isEmpty();
        }
    }
}
