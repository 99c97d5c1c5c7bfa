package io.loyalty4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Script after script, each of about a thousand commands and of a seed of its own, until there have been enough commands or time is up.
 *
 * <p>{@code -Dloyalty4j.simulation.from=N} begins with another seed: the one that a failure printed, or the next one after an earlier run.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SimulationTest {
    private static final long FROM = Long.getLong("loyalty4j.simulation.from", 1);
    private static final long COMMANDS = Long.getLong("loyalty4j.simulation.commands", 20_000);
    private static final Duration TIME = Duration.ofMinutes(Long.getLong("loyalty4j.simulation.minutes", 60));
    private static final int ENOUGH = 1_000_000;

    @Test
    void the_library_does_what_the_model_says() {
        Tally tally = new Tally();
        Progress progress = new Progress(tally, FROM);
        while (tally.commands() < COMMANDS && progress.time().compareTo(TIME) < 0) {
            long seed = progress.next();
            Failure.explained(seed, Workload.of(seed), tally);
        }
        System.out.println(progress.summary());
        if (tally.commands() >= ENOUGH) {
            assertThat(tally.rarerThan(20)).isEmpty();
        }
    }
}
