package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Law 5: whatever the partition of an order's returns, and whatever their order, they end in one state. */
class PartitionLawTest {
    private static final int STEPS = 40;
    private static final int COMMANDS = Integer.getInteger("loyalty4j.laws.commands", 100_000);

    @Test
    void anyPartitionOfAnOrdersReturnsEndsInTheSameState() {
        long seed = Chance.seed();
        Coverage coverage = new Coverage();
        for (int i = 0; coverage.partitions() < COMMANDS / 2; i++) {
            long own = Chance.seed(seed, i);
            Scenario played = Scenarios.played(own, STEPS, true, new Statistics(), scenario -> {});
            Failures.explained(own, played, scenario -> Partitions.check(scenario, own, coverage));
        }
        System.out.printf(Locale.ROOT, "Partitions of returns, seed %d%n%s", seed, coverage);
        if (COMMANDS >= 100_000) {
            assertThat(coverage.rarerThan(100)).isEmpty();
        }
    }
}
